"""Before a message goes that tells who somebody is, a kind word; it never stands in the way, and nobody hears of it."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.axe import check
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import NARROW, small_targets, tab_to
from tests.journeys.window import Window
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

NUMBERED = "hej, mit cpr er 070761-4285. Hjælp mig"
CPR_WORD = "Det ligner et CPR-nummer. Du behøver ikke fortælle, hvem du er."
NAME_WORD = "Det ligner et navn. Du behøver ikke fortælle, hvad du hedder."
OWN_NAME_WORD = "Der står måske dit navn. Den unge må ikke kunne finde dig."
SELECTED = "field => field.value.slice(field.selectionStart, field.selectionEnd)"


def nudge(window: Window) -> Locator:
    """Return the kind word above the field."""
    return window.page.locator(".nudge:visible p")


def waiting(stage: Stage, **options) -> YouthWindow:
    """Bring Noor into the line."""
    stage.on_duty()
    noor = stage.youth(**options)
    noor.start()
    return noor


def messages_sent(window: Window) -> list[str]:
    """Return the frames in which the window sent a message."""
    return [frame for frame in window.frames_sent if '"send"' in frame]


def test_a_first_message_with_a_cpr_number_is_asked_about_and_goes_when_sent_again(stage: Stage) -> None:
    noor = waiting(stage)
    noor.write(NUMBERED)
    expect(nudge(noor)).to_have_text(CPR_WORD)
    expect(noor.composer).to_have_value(NUMBERED)
    expect(noor.composer).to_be_focused()
    assert messages_sent(noor) == []
    expect(noor.log.locator(".message")).to_have_count(0)
    noor.press("Send alligevel")
    noor.see_sent(NUMBERED)
    expect(nudge(noor)).to_have_count(0)
    expect(noor.composer).to_have_value("")


def test_send_pressed_again_sends_and_what_one_chose_to_tell_is_not_asked_about_again(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.write("jeg hedder Noor")
    expect(nudge(noor)).to_have_text(NAME_WORD)
    noor.page.get_by_role("button", name="Send", exact=True).click()
    alex.see("jeg hedder Noor")
    noor.write("ja, jeg hedder Noor")
    alex.see("ja, jeg hedder Noor")
    noor.write(NUMBERED)
    expect(nudge(noor)).to_have_text(CPR_WORD)


def test_what_is_meant_is_selected_and_can_be_written_over(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.write(NUMBERED)
    noor.press("Ret det")
    expect(nudge(noor)).to_have_count(0)
    expect(noor.composer).to_be_focused()
    assert noor.composer.evaluate(SELECTED) == "070761-4285"
    noor.page.keyboard.type("hemmeligt")
    noor.page.get_by_role("button", name="Send", exact=True).click()
    alex.see("hej, mit cpr er hemmeligt. Hjælp mig")


def test_a_message_that_is_given_up_is_asked_about_when_it_is_written_again(stage: Stage) -> None:
    noor, _ = stage.talking()
    noor.write(NUMBERED)
    expect(nudge(noor)).to_have_text(CPR_WORD)
    noor.composer.fill("")
    expect(nudge(noor)).to_have_count(0)
    noor.write(NUMBERED)
    expect(nudge(noor)).to_have_text(CPR_WORD)


def test_the_keyboard_alone_answers(stage: Stage) -> None:
    noor = waiting(stage, is_mobile=False, has_touch=False)
    tab_to(noor, "textbox", "Skriv")
    noor.page.keyboard.type("jeg hedder Noor")
    noor.page.keyboard.press("Enter")
    expect(nudge(noor)).to_have_text(NAME_WORD)
    expect(noor.composer).to_be_focused()
    noor.page.keyboard.press("Shift+Tab")
    expect(noor.page.get_by_role("button", name="Ret det")).to_be_focused()
    noor.page.keyboard.press("Shift+Tab")
    noor.page.keyboard.press("Enter")
    noor.see_sent("jeg hedder Noor")
    noor.page.keyboard.type(NUMBERED)
    noor.page.keyboard.press("Enter")
    expect(nudge(noor)).to_have_text(CPR_WORD)
    noor.page.keyboard.press("Enter")
    noor.see_sent(NUMBERED)


def test_a_key_that_is_held_down_is_no_second_answer(stage: Stage) -> None:
    noor = waiting(stage, is_mobile=False, has_touch=False)
    noor.composer.press_sequentially(NUMBERED)
    for _ in range(3):
        noor.page.keyboard.down("Enter")
    noor.page.keyboard.up("Enter")
    expect(nudge(noor)).to_have_text(CPR_WORD)
    expect(noor.composer).to_have_value(NUMBERED)


def test_the_help_lines_on_the_page_are_nobodys_numbers(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth()
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_visible()
    links = noor.page.locator("a[href^='tel:']").all()
    spaced = {re.sub(r"[^\d ]", "", link.text_content() or "").strip() for link in links}
    numbers = spaced | {(link.get_attribute("href") or "").removeprefix("tel:") for link in links}
    assert numbers
    noor.start()
    noor.write("jeg ringede til " + " og ".join(sorted(numbers)))
    noor.see_sent("jeg ringede til")


def test_a_counsellor_is_warned_of_the_own_name_and_may_send_it(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.write("Hej, det er Alex")
    expect(nudge(alex)).to_have_text(OWN_NAME_WORD)
    assert messages_sent(alex) == []
    alex.press("Send alligevel")
    noor.see("Hej, det er Alex")
    alex.write("Vil du skrive til mig på snap: alexx?")
    expect(nudge(alex)).to_contain_text("sociale medier")


def test_a_counsellors_everyday_words_go_at_once(stage: Stage) -> None:
    noor, alex = stage.talking()
    for text in (
        "Hvem skrev det på Snapchat?",
        "Ring til Livslinien på 70 201 201, når som helst",
        "Hvad hedder din kat?",
    ):
        alex.write(text)
        noor.see(text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_word_stands_there(stage: Stage, scheme: str) -> None:
    noor, alex = stage.talking(color_scheme=scheme)
    noor.write(NUMBERED)
    expect(nudge(noor)).to_have_text(CPR_WORD)
    check(noor.page)
    alex.write("Jeg hedder Alex")
    expect(nudge(alex)).to_have_text(OWN_NAME_WORD)
    check(alex.page)


def test_the_word_fits_a_narrow_screen_and_its_buttons_a_thumb(stage: Stage) -> None:
    noor = waiting(stage, **NARROW)
    noor.write("jeg bor på Skovvej 12")
    expect(nudge(noor)).to_contain_text("112")
    assert noor.page.evaluate("document.documentElement.scrollWidth") == 320
    assert small_targets(noor) == []
    expect(noor.page.get_by_role("button", name="Send", exact=True)).to_be_in_viewport(ratio=1)
