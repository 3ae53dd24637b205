"""The quick exit: from wherever one is, at once, and nothing of the chat stays behind."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from app.domain.quick_exit import NEUTRAL_PAGE
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import name_chat
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

SECRET = "noget, ingen må se"
PRESS_AND_LOOK = """link => {
    link.click();
    return [document.body.hidden, document.body.childNodes.length, sessionStorage.length, document.title];
}"""
DESK = {"is_mobile": False, "has_touch": False}


def welcome(stage: Stage) -> YouthWindow:
    """Noor has only just come."""
    return stage.youth(**DESK)


def waiting(stage: Stage) -> YouthWindow:
    """Noor waits, and has written already."""
    stage.on_duty()
    return stage.youth(**DESK).begin(SECRET)


def conversation(stage: Stage) -> YouthWindow:
    """Noor and Alex have written, and Noor is in the middle of a sentence."""
    noor, alex = stage.talking()
    alex.write(SECRET)
    noor.see(SECRET)
    noor.composer.press_sequentially(SECRET)
    return noor


def question(stage: Stage) -> YouthWindow:
    """The page asks whether to close the chat."""
    noor = conversation(stage)
    noor.press("Luk")
    return noor


def hidden(stage: Stage) -> YouthWindow:
    """The chat is hidden."""
    noor = conversation(stage)
    noor.press("Skjul")
    return noor


def ended(stage: Stage) -> YouthWindow:
    """The chat is over."""
    noor = conversation(stage)
    noor.leave()
    noor.see_heading("Chatten er slut")
    return noor


def press_link(noor: YouthWindow) -> None:
    """Use the link."""
    noor.quick_exit.click()


def press_shift(noor: YouthWindow) -> None:
    """Use the keys, wherever the focus is."""
    for _ in range(3):
        noor.page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [press_link, press_shift])
@pytest.mark.parametrize("scene", [welcome, waiting, conversation, question, hidden, ended])
def test_nothing_is_left_from_wherever_one_goes(
    stage: Stage, scene: Callable[[Stage], YouthWindow], leave: Callable[[YouthWindow], None]
) -> None:
    noor = scene(stage)
    steps = noor.page.evaluate("history.length")
    leave(noor)
    noor.see_neutral_page()
    assert noor.page.evaluate("history.length") == steps
    noor.page.go_back()
    assert SECRET not in noor.page.content()
    assert not noor.page.url.startswith(noor.address)
    noor.open(stage.cast.slug)
    noor.see_heading("Skriv med en, der lytter")
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "welcome")
    assert noor.page.evaluate("sessionStorage.length") == 0


def test_the_counsellor_learns_that_it_is_over(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.quick_exit.click()
    expect(alex.page.get_by_text("Den unge har lukket chatten.")).to_be_visible()
    assert any('"reason":"exit"' in frame for frame in noor.frames_sent)


def test_the_neutral_page_is_not_told_where_one_came_from(stage: Stage) -> None:
    noor = stage.youth()
    with noor.page.expect_request(NEUTRAL_PAGE) as asked:
        noor.quick_exit.click()
    assert "referer" not in asked.value.all_headers()


def test_the_page_is_blank_before_the_other_one_is_fetched(stage: Stage) -> None:
    noor = conversation(stage)
    assert noor.quick_exit.evaluate(PRESS_AND_LOOK) == [True, 0, 0, "Chat"]
    noor.see_neutral_page()


def test_it_needs_no_script(stage: Stage) -> None:
    noor = stage.youth(java_script_enabled=False)
    noor.quick_exit.click()
    noor.see_neutral_page()


def test_who_writes_capital_letters_stays(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.composer.focus()
    for letter in "NEJ":
        noor.page.keyboard.down("Shift")
        noor.page.keyboard.press(letter)
        noor.page.keyboard.up("Shift")
    noor.press("Send")
    alex.see("NEJ")


def test_it_is_first_in_the_tab_order_and_always_in_sight(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth()
    for summary in noor.page.locator("summary:visible").all():
        summary.click()
    noor.page.reload()
    noor.page.keyboard.press("Tab")
    expect(noor.quick_exit).to_be_focused()
    noor.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(noor.quick_exit).to_be_in_viewport(ratio=1)
    assert noor.quick_exit.bounding_box()["height"] >= 44
    noor.start()
    noor.page.reload()
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "waiting")
    noor.page.locator("body").evaluate("() => document.activeElement.blur()")
    expect(noor.quick_exit).to_be_in_viewport(ratio=1)


def test_it_stays_in_its_place_however_long_the_name_beside_it_is(stage: Stage) -> None:
    name_chat(stage, "Ungdomsskolens helt egen chat")
    noor = waiting(stage)
    place = noor.quick_exit.bounding_box()
    noor.leave()
    noor.see_heading("Chatten er slut")
    assert noor.quick_exit.bounding_box() == place
