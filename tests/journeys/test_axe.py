"""axe finds nothing to say against any screen, in any of its states."""

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import check
from tests.journeys.stage import Stage

pytestmark = pytest.mark.once


def test_axe_finds_nothing_on_the_young_persons_screens(stage: Stage) -> None:
    noor = stage.youth()
    noor.see_heading("Der er ingen ved chatten lige nu")
    check(noor.page)
    alex = stage.on_duty()
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_visible()
    for summary in noor.page.locator("summary:visible").all():
        summary.click()
    check(noor.page)
    noor.start()
    check(noor.page)
    noor.write("hej")
    alex.take_next()
    alex.write("Hej med dig")
    noor.see("Hej med dig")
    check(noor.page)
    noor.press("Luk")
    check(noor.page)
    noor.press("Ja, luk")
    noor.see_heading("Chatten er slut")
    check(noor.page)


def test_axe_finds_nothing_on_the_staffs_screens(stage: Stage) -> None:
    alex = stage.on_duty()
    check(alex.page)
    noor = stage.youth()
    noor.start()
    noor.write("hej")
    expect(alex.page.locator(".waiting-one")).to_have_count(1)
    check(alex.page)
    alex.take_next()
    alex.see("hej")
    check(alex.page)
    alex.press("Afslut")
    check(alex.page)
    alex.press("Ja, afslut")
    expect(alex.page.get_by_role("button", name="Ryd")).to_be_visible()
    check(alex.page)
    alex.press("Log ud")
    alex.see_heading("Log ind")
    check(alex.page)


def test_axe_finds_nothing_while_a_conversation_changes_hands(stage: Stage) -> None:
    noor, alex = stage.talking()
    kim = stage.on_duty(member=stage.cast.kim)
    noor.composer.press_sequentially("jeg")
    expect(alex.page.locator(".peer")).to_have_text("Den unge skriver …")
    alex.press("Giv videre")
    expect(alex.page.get_by_role("radio", name=stage.cast.kim.email)).to_be_enabled()
    check(alex.page)
    alex.choose_successor(stage.cast.kim.email)
    noor.see_wait_again()
    check(noor.page)
    expect(alex.page.get_by_text("Du har givet samtalen videre.")).to_be_visible()
    check(alex.page)
    expect(kim.page.get_by_text("Til dig", exact=True)).to_be_visible()
    check(kim.page)


def test_axe_finds_nothing_at_a_desk_that_waits(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.page.goto("about:blank")
    noor.complaints.clear()  # the empty page is foreign
    expect(alex.page.locator(".peer")).not_to_be_empty()
    check(alex.page)
    alex.end()
    alex.press("Afslut og ryd")
    expect(alex.page.get_by_role("button", name="Klar igen")).to_be_focused()
    check(alex.page)
    alex.go_on()
    alex.see_heading("Konsollen er åben i et andet vindue")
    check(alex.page)


def test_axe_finds_nothing_on_the_public_pages(troubled_stage: Stage) -> None:
    noor = troubled_stage.youth()
    for path in ("/", "/der-er-ingenting-her"):
        noor.page.goto(troubled_stage.server.address + path)
        check(noor.page)
