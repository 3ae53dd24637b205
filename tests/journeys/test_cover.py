"""Skjul: nothing of the chat can be seen, found, heard or touched, and it goes on below."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.axe import check
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

DESK = {"is_mobile": False, "has_touch": False}
LONG_ENOUGH = 1000  # ms; the button needs 700
IN_PASSING = 200


def hold_button(noor: YouthWindow) -> Locator:
    """The button that brings the chat back."""
    return noor.page.get_by_role("button", name="Hold nede for at åbne")


def hidden(stage: Stage, **options) -> tuple:
    """Noor has hidden the chat in which Alex has just answered."""
    noor, alex = stage.talking(**options)
    alex.write("Hvor er du henne?")
    noor.see("Hvor er du henne?")
    noor.press("Skjul")
    expect(hold_button(noor)).to_be_focused()
    return noor, alex


def hold_pointer(noor: YouthWindow, ms: int) -> None:
    """Press the button with the mouse for so long."""
    hold_button(noor).click(delay=ms)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_that_is_left_is_an_everyday_list(stage: Stage, scheme: str) -> None:
    noor, _ = hidden(stage, color_scheme=scheme)
    tree = noor.page.locator("body").aria_snapshot()
    assert "Huskeliste" in tree
    for word in ("hej", "Hvor er du henne?", "hjems chat", "Skriv", "Luk", "rådgiver"):
        assert word not in tree
    expect(noor.log).to_have_count(0)
    expect(noor.composer).to_have_count(0)
    assert noor.page.evaluate("find('Hvor er du henne?')") is False
    check(noor.page)


def test_what_comes_meanwhile_is_neither_heard_nor_read(stage: Stage) -> None:
    noor, alex = hidden(stage)
    alex.write("Er du der?")
    alex.write("Tag den tid, du skal bruge")
    expect(noor.page.locator(".message", has_text="Tag den tid")).to_have_count(1)
    assert "Er du der?" not in noor.page.locator("body").aria_snapshot()
    alex.see_state("Tag den tid, du skal bruge", "Sendt")
    hold_pointer(noor, LONG_ENOUGH)
    noor.see("Er du der?")
    alex.see_state("Tag den tid, du skal bruge", "Læst")


def test_who_hides_the_chat_is_no_longer_writing(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.composer.press_sequentially("jeg")
    expect(alex.page.locator(".peer")).to_have_text("Den unge skriver …")
    noor.press("Skjul")
    # By itself it would only lapse after five seconds.
    expect(alex.page.locator(".peer")).to_be_empty(timeout=2500)
    hold_pointer(noor, LONG_ENOUGH)
    expect(noor.composer).to_have_value("jeg")


def test_a_touch_in_passing_uncovers_nothing(stage: Stage) -> None:
    noor, _ = hidden(stage)
    hold_pointer(noor, IN_PASSING)
    hold_button(noor).tap()
    noor.page.keyboard.press("Escape")
    expect(noor.log).to_have_count(0)
    expect(hold_button(noor)).to_be_visible()


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_that_is_held_brings_it_back_and_then_presses_nothing_else(stage: Stage, key: str, motion: str) -> None:
    noor, alex = hidden(stage, reduced_motion=motion, **DESK)
    noor.page.keyboard.press(key)
    expect(noor.log).to_have_count(0)
    noor.page.keyboard.down(key)
    expect(hold_button(noor)).to_have_attribute("data-held", "")
    noor.see("Hvor er du henne?")
    noor.page.keyboard.down(key)  # it repeats while it is held
    noor.page.keyboard.up(key)
    noor.see("Hvor er du henne?")
    noor.write("jeg er her igen")
    alex.see("jeg er her igen")


def test_a_screen_reader_finds_a_button_that_needs_no_holding(stage: Stage) -> None:
    noor, _ = hidden(stage)
    show = noor.page.get_by_role("button", name="Vis siden igen")
    expect(show).to_have_count(1)
    show.evaluate("button => button.click()")  # as assistive technology does it: no pointer, no key
    noor.see("Hvor er du henne?")
    expect(noor.page.get_by_role("heading", name="Chat med en rådgiver")).to_be_focused()


def test_the_keyboard_finds_the_way_out_and_the_way_back_and_nothing_else(stage: Stage) -> None:
    noor, _ = hidden(stage, **DESK)
    noor.page.keyboard.press("Shift+Tab")
    expect(noor.quick_exit).to_be_focused()
    for key in ["Shift+Tab"] * 5 + ["Tab"] * 10:
        noor.page.keyboard.press(key)
        # Beyond both ends the focus is in the browser's own controls, and the page has none.
        assert noor.page.evaluate("document.activeElement.matches('body, .cover .quick-exit, .hold')")


def test_a_page_that_is_loaded_again_comes_back_hidden(stage: Stage) -> None:
    noor, alex = hidden(stage)
    noor.page.reload()
    expect(hold_button(noor)).to_be_visible()
    alex.write("Er du der?")
    expect(noor.page.locator(".message", has_text="Er du der?")).to_have_count(1)
    expect(noor.log).to_have_count(0)
    hold_pointer(noor, LONG_ENOUGH)
    noor.see("Er du der?")
    noor.leave()
    noor.wait_until_tab_keeps_nothing()


def test_an_end_does_not_uncover_it(stage: Stage) -> None:
    noor, alex = hidden(stage)
    alex.end()
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "ended")
    expect(hold_button(noor)).to_be_visible()
    assert "Chatten er slut" not in noor.page.locator("body").aria_snapshot()
    hold_pointer(noor, LONG_ENOUGH)
    expect(noor.page.get_by_role("heading", name="Chatten er slut")).to_be_focused()
    noor.wait_until_tab_keeps_nothing()


def test_it_fits_a_narrow_screen_and_a_finger(stage: Stage) -> None:
    noor, _ = hidden(stage, viewport={"width": 320, "height": 568})
    assert noor.page.evaluate("document.documentElement.scrollWidth") <= 320
    for control in (noor.quick_exit, hold_button(noor)):
        assert control.bounding_box()["height"] >= 44


def test_it_is_there_while_waiting_too(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth()
    noor.start()
    noor.press("Skjul")
    expect(noor.page.get_by_role("heading", name="Du er nr. 1")).to_have_count(0)
    hold_pointer(noor, LONG_ENOUGH)
    noor.see_heading("Du er nr. 1")
