"""The chat in a frame: whole, whatever the browser keeps for it and whatever sandbox is around it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.domain.quick_exit import NEUTRAL_PAGE
from tests.journeys import settings
from tests.journeys.console_window import ConsoleWindow
from tests.journeys.host_window import EVERYTHING_KEPT, NOTHING, HostWindow
from tests.journeys.stage import Stage
from tests.journeys.window import DESKTOP
from tests.journeys.youth_window import YouthWindow
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

START = "Skriv med en, der lytter"
HIDE = "Skjul chatten"
FORGETFUL = "Din browser kan ikke huske chatten her. Bliver siden genindlæst, er den væk."
WHAT_IS_KEPT = "(() => { try { return String(sessionStorage.length) } catch (error) { return error.name } })()"
BLOCKED = "SecurityError"


def test_a_whole_conversation_in_the_frame(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    alex = stage.on_duty()
    noor = page.open_chat()
    whole_conversation(noor, alex)
    noor.press("Luk")
    page.wait_until_there_is_no_frame()
    page.wait_until_heard("open", "close")
    assert page.page.evaluate(EVERYTHING_KEPT) == NOTHING
    assert page.context.cookies() == []


def whole_conversation(noor: YouthWindow, alex: ConsoleWindow) -> None:
    """Come in, write both ways, and end; nothing is left on the screen."""
    noor.start()
    noor.write("jeg har ondt i maven")
    alex.take_next()
    alex.see("jeg har ondt i maven")
    alex.write("Godt, du skrev.")
    noor.see("Godt, du skrev.")
    noor.see_state("jeg har ondt i maven", "Læst")
    noor.leave()
    noor.see_heading("Chatten er slut")
    assert "ondt i maven" not in noor.page.content()


def test_a_chat_that_is_hidden_goes_on(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    alex = stage.on_duty()
    noor = page.open_chat()
    noor.start()
    noor.write("hej")
    alex.take_next()
    page.press_launcher(HIDE)
    alex.write("Er du der?")
    alex.see("Er du der?")
    page.press_launcher(START)
    noor.see("Er du der?")
    noor.write("ja")
    alex.see("ja")


def test_where_the_frame_may_keep_something_a_reload_loses_nothing_and_nothing_is_said(
    stage: Stage, school: HostPage, browser: Browser, tmp_path: Path
) -> None:
    with settings.changed(browser, tmp_path / "chromium", settings.THIRD_PARTIES_ALLOWED, **DESKTOP) as context:
        page = HostWindow(context, stage.server.address).visit(school)
        alex = stage.on_duty()
        noor = page.open_chat()
        assert noor.page.evaluate(WHAT_IS_KEPT) == "0"
        expect(noor.page.get_by_text(FORGETFUL)).to_be_hidden()
        noor.start()
        noor.write("hej")
        alex.take_next()
        alex.see("hej")
        page.page.reload()
        page.open_chat().see("hej")
        assert page.complaints == []


def test_where_it_may_not_this_is_said_before_the_start_and_a_window_of_its_own_is_offered(
    stage: Stage, school: HostPage
) -> None:
    page = HostWindow.of(stage, school)
    noor = page.open_chat()
    assert noor.page.evaluate(WHAT_IS_KEPT) == BLOCKED
    expect(noor.page.get_by_text(FORGETFUL)).to_be_visible()
    own = page.beside(lambda: noor.page.get_by_role("link", name="Åbn i eget vindue").click())
    own.see_heading("Skriv med en, der lytter")
    assert own.page.url == f"{stage.server.address}/{stage.cast.slug}"
    assert own.page.evaluate(WHAT_IS_KEPT) == "0"
    assert own.page.evaluate("opener") is None
    expect(own.page.get_by_text(FORGETFUL)).to_have_count(0)


def test_where_nothing_at_all_may_be_kept_the_chat_works_all_the_same(
    stage: Stage, school: HostPage, browser: Browser, tmp_path: Path
) -> None:
    with settings.changed(browser, tmp_path / "chromium", settings.ALL_SITE_DATA_BLOCKED, **DESKTOP) as context:
        page = HostWindow(context, stage.server.address).visit(school)
        alex = stage.on_duty()
        noor = page.open_chat()
        assert page.page.evaluate(WHAT_IS_KEPT) == noor.page.evaluate(WHAT_IS_KEPT) == BLOCKED
        expect(noor.page.get_by_text(FORGETFUL)).to_be_visible()
        whole_conversation(noor, alex)
        assert page.complaints == []


def test_a_page_that_is_no_secure_context_opens_the_plain_page(
    troubled_stage: Stage, school: HostPage, browser: Browser, tmp_path: Path
) -> None:
    address = troubled_stage.server.address
    with settings.changed(browser, tmp_path / "chromium", {}, settings.UNSAFE_SITE, **DESKTOP) as context:
        page = HostWindow(context, address)
        school.origin = school.origin.replace("localhost", settings.UNSAFE_NAME)
        page.visit(school)
        assert page.page.evaluate("isSecureContext") is False
        page.press_launcher(START)
        page.page.wait_for_url(f"{address}/{troubled_stage.cast.slug}")
        page.see_heading("Skriv med en, der lytter")


@pytest.mark.parametrize("more", ["", " allow-popups allow-popups-to-escape-sandbox allow-top-navigation"])
def test_a_page_in_its_own_sandbox_has_the_whole_chat(troubled_stage: Stage, school: HostPage, more: str) -> None:
    policy = f"sandbox allow-scripts allow-same-origin allow-forms{more}"
    school.embed(troubled_stage.server.address, troubled_stage.cast.slug, policy=policy)
    page = HostWindow.of(troubled_stage, school)
    page.context.route(NEUTRAL_PAGE, lambda route: route.fulfill(content_type="text/html", body="<p>Sol"))
    alex = troubled_stage.on_duty()
    noor = page.open_chat()
    whole_conversation(noor, alex)
    noor.page.evaluate("origin => parent.postMessage({ lyttepunkt: 'exit' }, origin)", school.origin)
    page.page.wait_for_url(NEUTRAL_PAGE)


def test_without_a_page_around_it_there_is_nobody_to_close_it(stage: Stage, school: HostPage) -> None:
    noor = stage.youth()
    noor.page.goto(f"{stage.server.address}/embed/{stage.cast.slug}")
    noor.see_heading("Skriv med en, der lytter")
    expect(noor.page.locator("[data-part=frame-close]")).to_have_count(0)
