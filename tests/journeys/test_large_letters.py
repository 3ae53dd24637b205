"""Letters twice as large, by the browser's own setting: the ways out and the field stay where one finds them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.cast import PASSWORD
from tests.journeys import settings
from tests.journeys.console_window import ConsoleWindow
from tests.journeys.stage import Stage
from tests.journeys.window import DESKTOP, Window
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
FITS = "document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth"
CUT_OFF = """() => [...document.querySelectorAll('button, a, h1, h2, summary, label')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.textContent.trim())"""


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def noor(stage: Stage, browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[YouthWindow]:
    """A young person whose letters are twice as large."""
    with settings.changed(browser, tmp_path / "noor", settings.LARGE_LETTERS, **request.param) as context:
        window = YouthWindow(context, stage.server.address).open(stage.cast.slug)
        assert window.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        yield window
        assert window.complaints == []


def see_all_of_it(window: Window) -> None:
    """See that nothing sticks out sideways."""
    assert window.page.evaluate(FITS)
    assert window.page.evaluate(CUT_OFF) == []


def see_ways(noor: YouthWindow) -> None:
    """See that one can leave, and write, without looking for it."""
    see_all_of_it(noor)
    for way in (noor.quick_exit, noor.composer):
        expect(way).to_be_in_viewport(ratio=1)


def test_nothing_of_a_young_persons_evening_is_out_of_reach(stage: Stage, noor: YouthWindow) -> None:
    noor.see_heading("Der er ingen ved chatten lige nu")
    see_all_of_it(noor)
    alex = stage.on_duty()
    noor.start()
    expect(noor.page.get_by_role("heading", name="Du er nr. 1")).to_be_in_viewport(ratio=1)
    see_ways(noor)
    noor.write("Hej, jeg ved ikke helt, hvad jeg skal sige")
    see_ways(noor)
    alex.take_next()
    alex.write("Hej, og godt, at du skriver. Hvad fylder mest lige nu?")
    noor.see("Hej, og godt, at du skriver. Hvad fylder mest lige nu?")
    see_ways(noor)
    noor.write("jeg hedder Noor")
    expect(noor.page.get_by_role("button", name="Ret det")).to_be_in_viewport(ratio=1)
    see_ways(noor)
    noor.leave()
    noor.see_heading("Chatten er slut")
    see_all_of_it(noor)


def test_the_way_out_covers_no_word_of_the_question(stage: Stage, noor: YouthWindow) -> None:
    stage.on_duty()
    noor.start()
    noor.press("Luk")
    expect(noor.quick_exit).to_be_in_viewport(ratio=1)
    way_out, dialog = noor.quick_exit.bounding_box(), noor.page.get_by_role("dialog").bounding_box()
    assert way_out["y"] + way_out["height"] <= dialog["y"]
    expect(noor.page.get_by_role("button", name="Nej, bliv")).to_be_in_viewport(ratio=1)


def test_a_counsellor_works_with_large_letters_too(stage: Stage, browser: Browser, tmp_path: Path) -> None:
    with settings.changed(browser, tmp_path / "alex", settings.LARGE_LETTERS, **DESKTOP) as context:
        alex = ConsoleWindow(context, stage.server.address).sign_in(stage.cast.alex.email, PASSWORD)
        alex.choose_duty("På vagt")
        see_all_of_it(alex)
        stage.youth().start()
        alex.take_next()
        expect(alex.composer).to_be_in_viewport(ratio=1)
        see_all_of_it(alex)
        alex.press("Oversigt")
        expect(alex.page.get_by_role("heading", name="Mine samtaler")).to_be_focused()
        see_all_of_it(alex)
