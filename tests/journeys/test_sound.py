"""A sound when somebody comes or writes: only for whoever asked for it, and only while it is needed."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

# The browser's own oscillators are counted as they start; each tone has two.
COUNT_TONES = """(() => {
    const start = OscillatorNode.prototype.start;
    window.notes = 0;
    OscillatorNode.prototype.start = function (...when) { window.notes += 1; start.apply(this, when); };
})()"""
OUT_OF_SIGHT = "Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })"
WAITING = "Giv lyd, når rådgiveren kommer"
TALKING = "Giv lyd, når der er nyt"
ON = "Lyden er slået til, når skærmen er tændt."


def listening(stage: Stage) -> YouthWindow:
    """Open a page whose tones are counted, and take a place in the line."""
    noor = stage.youth()
    noor.page.evaluate(COUNT_TONES)
    noor.start()
    return noor


def tones(page: Page, count: int) -> None:
    """Wait until so many tones have sounded."""
    page.wait_for_function("count => window.notes === 2 * count", arg=count)


def test_it_is_off_until_asked_for_and_says_in_words_that_it_is_on(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = listening(stage)
    words = noor.page.locator("[data-part=sound-words]")
    expect(words).to_be_empty()
    choice = noor.page.get_by_role("checkbox", name=WAITING)
    expect(choice).not_to_be_checked()
    choice.check()
    expect(words).to_have_text(ON)
    tones(noor.page, 1)
    alex.take_next()
    noor.see("En rådgiver er her nu")
    tones(noor.page, 2)


def test_a_message_is_heard_only_while_the_page_is_out_of_sight(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = listening(stage)
    noor.page.get_by_role("checkbox", name=WAITING).check()
    alex.take_next()
    tones(noor.page, 2)
    alex.write("Hej")
    noor.see("Hej")
    noor.page.evaluate(OUT_OF_SIGHT)
    alex.write("Er du der?")
    noor.see("Er du der?")
    tones(noor.page, 3)


def test_nobody_hears_anything_without_having_asked(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = listening(stage)
    noor.page.evaluate(OUT_OF_SIGHT)
    alex.take_next()
    alex.write("Hej")
    noor.see("Hej")
    tones(noor.page, 0)


def test_the_choice_is_one_whether_made_while_waiting_or_while_writing(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = listening(stage)
    noor.page.get_by_role("checkbox", name=WAITING).check()
    alex.take_next()
    noor.see("En rådgiver er her nu")
    noor.page.get_by_text("Indstillinger").click()
    choice = noor.page.get_by_role("checkbox", name=TALKING)
    expect(choice).to_be_checked()
    choice.uncheck()
    expect(noor.page.locator("[data-part=sound-words]")).to_be_empty()
    noor.page.evaluate(OUT_OF_SIGHT)
    alex.write("Hej")
    noor.see("Hej")
    tones(noor.page, 2)


def test_a_browser_without_sound_says_so(stage: Stage) -> None:
    stage.on_duty()
    noor = listening(stage)
    noor.page.evaluate("globalThis.AudioContext = undefined")
    noor.page.get_by_text(WAITING).click()
    expect(noor.page.locator("[data-part=sound-words]")).to_have_text("Din browser vil ikke give lyd.")
    expect(noor.page.get_by_role("checkbox", name=WAITING)).not_to_be_checked()
