"""Whoever works with the keyboard always stands somewhere: no control takes the focus with it when it goes."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.apps import INSTAGRAM
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.journeys.window import Window
from tests.journeys.youth_window import YouthWindow
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

DESK = {"is_mobile": False, "has_touch": False}
NARROW = {"viewport": {"width": 600, "height": 800}}


def press_with_key(control: Locator, key: str = "Enter") -> None:
    """Press a control without a mouse."""
    control.focus()
    control.page.keyboard.press(key)


def heading(window: Window, name: str) -> Locator:
    """Return the heading of this name."""
    return window.page.get_by_role("heading", name=name)


def test_whoever_puts_the_hint_about_the_app_away_goes_on_at_the_heading(stage: Stage) -> None:
    noor = stage.youth(user_agent=INSTAGRAM)
    press_with_key(noor.page.get_by_role("button", name="Bliv her"))
    expect(heading(noor, "Skriv med en, der lytter")).to_be_focused()


def test_whoever_stood_at_the_start_when_the_door_closed_goes_on_at_the_heading(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth(**DESK)
    noor.page.get_by_role("button", name="Start chatten").focus()
    alex.choose_duty("Ikke på vagt")
    expect(heading(noor, "Skriv med en, der lytter")).to_be_focused()


def test_a_number_that_is_just_being_chosen_stays(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth(**DESK)
    noor.page.get_by_text("Jeg har brug for hjælp nu").click()
    press_with_key(noor.page.get_by_role("button", name="Skriv nu"))
    expect(heading(noor, "Du er nr. 1")).to_be_focused()
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Tab")
    number = noor.page.locator(".call-now").get_by_role("link", name="112")
    expect(number).to_be_focused()
    alex.take_next()
    noor.see("En rådgiver er her nu")
    expect(number).to_be_focused()
    noor.composer.focus()
    expect(number).to_be_hidden()


def test_whoever_is_ready_again_goes_on_at_the_line_and_a_key_still_held_takes_nobody(stage: Stage) -> None:
    _, alex = stage.talking(**DESK)
    alex.end()
    press_with_key(alex.page.get_by_role("button", name="Afslut og ryd"))
    expect(alex.page.get_by_role("button", name="Klar igen")).to_be_focused()
    sam = stage.youth()
    sam.start()
    expect(alex.page.locator(".waiting-one")).to_have_count(1)
    alex.page.keyboard.press("Enter")
    expect(heading(alex, "Kø 1")).to_be_focused()
    alex.page.keyboard.press("Enter")
    alex.page.keyboard.press("Tab")
    expect(alex.page.get_by_role("button", name="Tag næste")).to_be_focused()
    expect(alex.page.locator(".waiting-one")).to_have_count(1)


def test_whoever_clears_a_conversation_that_went_on_elsewhere_goes_on_at_the_line(stage: Stage) -> None:
    _, alex = stage.talking()
    alex.hand_over()
    press_with_key(alex.page.get_by_role("button", name="Ryd skærmen"))
    expect(alex.page.locator(".panel")).to_have_count(0)
    assert alex.page.evaluate("document.activeElement !== document.body")


def test_on_a_narrow_screen_the_way_back_leads_to_the_list(stage: Stage) -> None:
    _, alex = stage.talking(**NARROW)
    press_with_key(alex.page.get_by_role("button", name="Oversigt"))
    expect(heading(alex, "Mine samtaler")).to_be_focused()
    alex.page.keyboard.press("Tab")
    alex.page.keyboard.press("Enter")
    expect(alex.composer).to_be_focused()


@pytest.mark.parametrize("choice", ["Stavehjælp", "Størst"])
def test_enter_at_a_choice_sends_nothing(stage: Stage, choice: str) -> None:
    noor, alex = stage.talking(**DESK)
    noor.composer.fill("ikke færdig")
    noor.page.get_by_text("Indstillinger").click()
    press_with_key(noor.page.get_by_label(choice))
    expect(noor.page.get_by_label(choice)).to_be_focused()
    expect(noor.composer).to_have_value("ikke færdig")
    assert alex.texts() == ["hej"]


def test_three_presses_in_ones_own_time_bring_a_hidden_chat_back(stage: Stage) -> None:
    noor, alex = stage.talking(**DESK)
    alex.write("Tag den tid, du skal bruge")
    noor.see("Tag den tid, du skal bruge")
    press_with_key(noor.page.get_by_role("button", name="Skjul"))
    expect(noor.page.get_by_text("Eller tryk tre gange på Enter.")).to_be_visible()
    for _ in range(2):
        noor.page.keyboard.press("Enter")
    expect(noor.log).to_have_count(0)
    noor.page.keyboard.press("Enter")
    noor.see("Tag den tid, du skal bruge")
    expect(heading(noor, "Chat med en rådgiver")).to_be_focused()


def test_a_question_that_is_answered_with_no_leads_back_to_where_it_was_asked(stage: Stage) -> None:
    noor, alex = stage.talking(**DESK)
    leave = noor.page.get_by_role("button", name="Luk", exact=True)
    hand_over = alex.page.get_by_role("button", name="Giv videre").first
    for control in (leave, hand_over):
        press_with_key(control)
        expect(control.page.get_by_role("dialog")).to_be_visible()
        control.page.keyboard.press("Escape")
        expect(control).to_be_focused()


def test_from_the_host_page_into_the_frame_and_back_the_quick_exit_comes_first(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.see_launcher("Skriv med en, der lytter")
    page.page.get_by_label("Søg").focus()
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    noor = page.chat()
    page.soon(lambda: noor.page.evaluate("document.hasFocus()"))
    page.page.keyboard.press("Tab")
    expect(noor.quick_exit).to_be_focused()
    page.page.keyboard.press("Tab")
    expect(close_of(noor)).to_be_focused()
    page.page.keyboard.press("Enter")
    page.wait_until_there_is_no_frame()
    page.see_focus_on("Skriv med en, der lytter")


def close_of(noor: YouthWindow) -> Locator:
    """Return what takes the frame away."""
    return noor.page.get_by_role("button", name="Luk", exact=True)
