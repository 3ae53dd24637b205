"""A conversation changes hands: the history comes along, and the young person is never left standing."""

from playwright.sync_api import expect

from tests.journeys.console_window import ConsoleWindow
from tests.journeys.stage import Stage


def test_a_colleague_chosen_with_the_keyboard_reads_the_history(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.write("Fortæl")
    noor.see("Fortæl")
    kim = stage.on_duty(member=stage.cast.kim)
    hand_over_by_keyboard(alex, stage.cast.kim.email)
    noor.see_wait_again()
    expect(kim.page.get_by_text("Til dig", exact=True)).to_be_visible()
    kim.take_next()
    kim.see("Fortæl")
    assert kim.texts() == noor.texts() == ["hej", "Fortæl"]
    kim.write("Jeg har læst med")
    noor.see("Jeg har læst med")
    noor.write("tak")
    kim.see("tak")
    assert alex.texts() == ["hej", "Fortæl"]


def hand_over_by_keyboard(alex: ConsoleWindow, colleague: str) -> None:
    """Choose the colleague below the line and agree, without a mouse."""
    alex.page.keyboard.press("Alt+h")
    choice = alex.page.get_by_role("radio", name=colleague)
    expect(choice).to_be_enabled()
    alex.page.keyboard.press("ArrowDown")
    expect(choice).to_be_checked()
    alex.page.keyboard.press("Enter")
    expect(alex.page.get_by_text("Du har givet samtalen videre.")).to_be_visible()


def test_in_the_line_it_waits_for_whoever_comes_and_writes_on(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.hand_over()
    noor.see_wait_again()
    expect(noor.page.get_by_text("Du står forrest.")).to_be_visible()
    noor.write("jeg er her stadig")
    noor.see_state("jeg er her stadig", "Sendt")
    kim = stage.on_duty(member=stage.cast.kim)
    expect(kim.page.get_by_text("Givet videre", exact=True)).to_be_visible()
    kim.take_next()
    kim.see("jeg er her stadig")
    assert kim.texts() == ["hej", "jeg er her stadig"]
    noor.see_state("jeg er her stadig", "Læst")


def test_a_phone_that_was_away_for_all_of_it_opens_it_for_the_colleague(stage: Stage) -> None:
    noor, alex = stage.talking()
    kim = stage.on_duty(member=stage.cast.kim)
    noor.page.goto("about:blank")
    alex.see_status("Den unges telefon sover")
    alex.hand_over(stage.cast.kim.email)
    expect(kim.page.locator(".waiting-one")).to_contain_text("Telefonen sover")
    kim.press("Tag imod")
    kim.see_status("Venter på den unges telefon")
    noor.complaints.clear()  # the empty page is foreign
    noor.open(stage.cast.slug)
    kim.see("hej")
    kim.write("Godt, du kom tilbage")
    noor.see("Godt, du kom tilbage")
