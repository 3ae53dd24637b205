"""What "back" and "reopen tab" bring: a browser's own memory of a page, and a tab that is opened once more."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from app.persistence.database import Database
from tests import cast as casting
from tests.journeys import neutral_page
from tests.journeys.chromium import SWITCHES
from tests.journeys.going_back import go_back
from tests.journeys.stage import Stage
from tests.servers.process import ServerProcess
from tests.servers.requirement import program

pytestmark = pytest.mark.once

SECRET = "noget, ingen må se"
# What the page looks like in the moment in which the browser shows it again, before it loads itself anew.
NOTE_RETURN = """addEventListener('pageshow', ({ persisted }) => {
    sessionStorage.setItem('return', JSON.stringify([persisted, document.body.textContent]));
})"""


@pytest.fixture
def remembering_stage(server: ServerProcess, browser: Browser, password_hash: str) -> Iterator[Stage]:
    """A stage in a browser that keeps pages which are left, as browsers do when no test steers them."""
    steered = ["--disable-back-forward-cache"]
    path = program("chromium", "chromium")
    kind = browser.browser_type
    remembering = kind.launch(executable_path=path, args=list(SWITCHES), ignore_default_args=steered)
    database = Database(server.database_url)
    stage = Stage(server, casting.assemble(database, password_hash), remembering)
    database.close()
    yield stage
    stage.close()
    remembering.close()


def keep_in_memory(route: Route) -> None:
    """Answer as the server does, but for the one header that keeps Chromium from remembering a page with a socket."""
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "cache-control"}
    route.fulfill(response=answer, headers=headers)


def test_a_page_that_the_browser_remembers_is_empty_and_loads_anew(remembering_stage: Stage) -> None:
    noor, alex = remembering_stage.talking()
    noor.context.route(f"**/{remembering_stage.cast.slug}", keep_in_memory)
    noor.page.reload()
    alex.write(SECRET)
    noor.see(SECRET)
    noor.page.evaluate(NOTE_RETURN)
    noor.page.goto(noor.address)
    go_back(noor.page, f"{noor.address}/{remembering_stage.cast.slug}")
    noor.page.wait_for_function("sessionStorage.getItem('return')")
    assert noor.page.evaluate("sessionStorage.getItem('return')") == '[true,""]'
    # The tab has not been left for good, so it goes on where it was.
    noor.see(SECRET)
    assert noor.page.evaluate("performance.getEntriesByType('navigation')[0].type") == "reload"


def test_back_after_a_quick_exit_leads_to_what_was_before_the_chat(remembering_stage: Stage) -> None:
    stage = remembering_stage
    stage.on_duty()
    noor = stage.youth()
    noor.page.goto(noor.address)
    noor.context.route(f"**/{stage.cast.slug}", keep_in_memory)
    noor.open(stage.cast.slug)
    noor.begin(SECRET)
    noor.quick_exit.click()
    noor.see_neutral_page()
    go_back(noor.page, f"{noor.address}/")
    assert SECRET not in noor.page.content()
    go_back(noor.page, f"{noor.address}/{stage.cast.slug}")  # as it was visited before
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "welcome")
    assert SECRET not in noor.page.content()
    assert noor.page.evaluate("sessionStorage.length") == 0


@contextmanager
def restarted(browser: Browser, profile: Path, *more: str) -> Iterator[BrowserContext]:
    """Run a browser that keeps its profile, as a browser at home does."""
    path = program("chromium", "chromium")
    launch = browser.browser_type.launch_persistent_context
    context = launch(profile, executable_path=path, args=[*SWITCHES, *more], locale="da-DK")
    neutral_page.stand_in(context)
    yield context
    context.close()


def write_in(context: BrowserContext, address: str) -> Page:
    """Open the chat, write, and wait until the tab keeps what a reload needs."""
    [page] = context.pages
    page.goto(address)
    page.get_by_role("button", name="Start chatten").click()
    page.get_by_role("textbox", name="Skriv").fill(SECRET)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Sendt", exact=True).wait_for()
    return page


def opened_again(context: BrowserContext) -> Page:
    """Return the tab that was open when the browser was closed; beside it stands an empty one."""
    while not (found := [page for page in context.pages if page.url != "about:blank"]):
        context.pages[0].wait_for_timeout(50)
    return found[0]


@pytest.mark.parametrize("exits, screen", [(False, "waiting"), (True, "welcome")])
def test_a_tab_that_is_opened_again_brings_back_no_chat_that_was_exited(
    stage: Stage, browser: Browser, tmp_path: Path, exits: bool, screen: str
) -> None:
    stage.on_duty()
    address = f"{stage.server.address}/{stage.cast.slug}"
    with restarted(browser, tmp_path) as context:
        page = write_in(context, address)
        if exits:
            page.get_by_role("link", name="Forlad siden").click()
            expect(page).to_have_title(neutral_page.TITLE)
    with restarted(browser, tmp_path, "--restore-last-session") as context:
        page = opened_again(context)
        page.goto(address)
        expect(page.get_by_role("button", name="Start chatten")).to_be_visible(visible=exits)
        expect(page.locator("body")).to_have_attribute("data-screen", screen)
        # Without an exit the tab does bring all of it back: it would be seen here.
        expect(page.get_by_text(SECRET)).to_have_count(0 if exits else 1)
        assert page.evaluate("sessionStorage.length") == (0 if exits else 1)
