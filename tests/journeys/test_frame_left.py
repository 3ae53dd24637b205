"""What "back" and "reopen tab" bring of a chat that stood in a frame, left in a hurry or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys import neutral_page, settings
from tests.journeys.conftest import allow
from tests.journeys.going_back import go_back
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.journeys.test_back_and_reopen import SECRET, keep_in_memory, opened_again, restarted
from tests.journeys.test_back_and_reopen import remembering_stage as remembering_stage
from tests.journeys.window import DESKTOP
from tests.journeys.youth_window import YouthWindow
from tests.servers import host_page
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

BROWSERS = {
    "third parties blocked": settings.THIRD_PARTIES_BLOCKED,
    "third parties allowed": settings.THIRD_PARTIES_ALLOWED,
}
# What the frame looks like in the moment in which the browser shows it again; the page around keeps it.
NOTE_RETURN = """addEventListener('pageshow', ({ persisted }) => {
    parent.postMessage({ returned: [persisted, document.body.textContent] }, '*');
})"""
KEEP_NOTE = "addEventListener('message', ({ data }) => data.returned && (window.returned = data.returned))"


@pytest.fixture(params=BROWSERS)
def page(
    request: pytest.FixtureRequest, troubled_stage: Stage, school: HostPage, browser: Browser, tmp_path: Path
) -> Iterator[HostWindow]:
    """The school's page in a browser that keeps something for frames, or nothing."""
    with settings.changed(browser, tmp_path / "chromium", BROWSERS[request.param], **DESKTOP) as context:
        neutral_page.stand_in(context)
        yield HostWindow(context, troubled_stage.server.address).visit(school)


def wait_with_secret(page: HostWindow) -> YouthWindow:
    """Wait in a frame, and have written already."""
    return page.open_chat().begin(SECRET)


def see_nothing_of_it(page: HostWindow) -> None:
    """Open the chat and find its first screen."""
    noor = page.open_chat()
    noor.see_heading("Skriv med en, der lytter")
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "welcome")
    assert not [frame.url for frame in page.page.frames if SECRET in frame.content()]


def test_a_page_that_the_browser_remembers_has_an_empty_frame_which_loads_anew(remembering_stage: Stage) -> None:
    stage = remembering_stage
    with host_page.serving("localhost") as school:
        allow(stage, school.origin)
        school.embed(stage.server.address, stage.cast.slug)
        page = HostWindow.of(stage, school)
        page.context.route("**/embed/**", keep_in_memory)
        stage.on_duty()
        wait_with_secret(page).page.evaluate(NOTE_RETURN)
        page.page.evaluate(KEEP_NOTE)
        page.page.goto(f"{school.origin}/en-anden-side")
        go_back(page.page, f"{school.origin}/")
        page.page.wait_for_function("window.returned")
        assert page.page.evaluate("returned") == [True, ""]


def test_after_a_quick_exit_neither_back_nor_coming_again_shows_anything(
    troubled_stage: Stage, school: HostPage, page: HostWindow
) -> None:
    troubled_stage.on_duty()
    page.page.goto(f"{school.origin}/foer")
    page.page.goto(school.origin)
    noor = wait_with_secret(page)
    noor.quick_exit.click()
    page.see_neutral_page()
    go_back(page.page, f"{school.origin}/foer")
    see_nothing_of_it(page)
    page.page.goto(school.origin)
    see_nothing_of_it(page)


def test_the_counsellor_learns_of_an_exit_in_a_frame(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    neutral_page.stand_in(page.context)
    alex = stage.on_duty()
    noor = wait_with_secret(page)
    alex.take_next()
    alex.see(SECRET)
    noor.quick_exit.click()
    page.see_neutral_page()
    expect(alex.page.get_by_text("Den unge har lukket chatten.")).to_be_visible()


@pytest.mark.parametrize("exits, screen", [(False, "waiting"), (True, "welcome")])
def test_a_tab_that_is_opened_again_brings_back_no_frame_that_was_exited(
    stage: Stage, school: HostPage, browser: Browser, tmp_path: Path, exits: bool, screen: str
) -> None:
    profile = tmp_path / "chromium"
    stage.on_duty()
    with settings.changed(browser, profile, settings.THIRD_PARTIES_ALLOWED, **DESKTOP) as context:
        neutral_page.stand_in(context)
        page = HostWindow(context, stage.server.address).visit(school)
        noor = wait_with_secret(page)
        if exits:
            noor.quick_exit.click()
            page.see_neutral_page()
    with restarted(browser, profile, "--restore-last-session") as context:
        page = HostWindow(context, stage.server.address)
        page.follow(opened_again(context))
        noor = page.visit(school).open_chat()
        expect(noor.page.locator("body")).to_have_attribute("data-screen", screen)
        # Without an exit the tab does bring all of it back: it would be seen here.
        expect(noor.page.get_by_text(SECRET)).to_have_count(0 if exits else 1)
        assert noor.page.evaluate("sessionStorage.length") == (0 if exits else 1)
