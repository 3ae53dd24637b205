"""The launcher in pages that name things like ours, are written wrongly, stand in other pages or do not let go."""

import pytest
from playwright.sync_api import Route, expect

from tests.journeys import neutral_page
from tests.journeys.conftest import allow
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.servers import host_page
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

START = "Skriv med en, der lytter"
NO_SLUGS = ["", "..", "../console/sign-in", "hjem/../..", "//evil.example", "hjem?x", "hjem#x", "%2e", "Hjem", "hj em"]
LOAD_AGAIN = """address => {
    const script = Object.assign(document.createElement('script'), { src: `${address}/widget.js` });
    script.dataset.municipality = document.querySelector('script[data-municipality]').dataset.municipality;
    document.head.append(script);
}"""
# A page gets hold of the frame's window with the first message that it hears.
SEIZE = "addEventListener('message', ({ source }) => (window.seized = source))"
USE_WHAT_WAS_SEIZED = """kinds => {
    const reach = (look) => { try { return String(look()) } catch (error) { return error.name } };
    for (const lyttepunkt of kinds) seized.postMessage({ lyttepunkt }, '*');
    return [
        reach(() => seized.document), reach(() => seized.location.href), reach(() => seized.sessionStorage),
        reach(() => seized.history.length), reach(() => seized.eval('1')), reach(() => (seized.onkeydown = alert)),
        reach(() => seized.name), reach(() => seized.dispatchEvent(new Event('pagehide'))),
    ];
}"""


def test_elements_that_are_named_like_our_words_change_nothing(stage: Stage, school: HostPage) -> None:
    forged = f'<img name="currentScript" alt="" src="{school.origin}/widget.js" data-municipality="forfalsket">'
    school.body = school.body.replace("<label", f'{forged}<section id="Lyttepunkt"></section><label')
    page = HostWindow.of(stage, school)
    noor = page.open_chat()
    noor.see_heading(START)
    assert noor.page.url == f"{stage.server.address}/embed/{stage.cast.slug}"
    assert page.page.evaluate("Object.keys(Lyttepunkt)") == ["open", "close", "destroy"]


@pytest.mark.parametrize("slug", NO_SLUGS)
def test_what_is_no_municipality_leads_nowhere_and_is_not_asked_for(stage: Stage, school: HostPage, slug: str) -> None:
    school.embed(stage.server.address, slug, "data-status")
    page = HostWindow.of(stage, school)
    page.page.wait_for_load_state("networkidle")
    assert page.asked_of_chat() == ["/widget.js"]
    assert page.page.evaluate("typeof Lyttepunkt + document.querySelectorAll('lyttepunkt-chat').length") == "undefined0"


@pytest.mark.parametrize("language", ["constructor", "toString", "__proto__", "EN", "de"])
def test_a_language_that_there_is_not_is_danish(stage: Stage, school: HostPage, language: str) -> None:
    school.embed(stage.server.address, stage.cast.slug, f'data-language="{language}"')
    page = HostWindow.of(stage, school)
    noor = page.open_chat(START)
    assert noor.page.url == f"{stage.server.address}/embed/{stage.cast.slug}"


def test_after_it_was_taken_away_it_can_be_loaded_again(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.open_chat()
    page.page.evaluate("Lyttepunkt.destroy()")
    page.page.evaluate(LOAD_AGAIN, stage.server.address)
    page.open_chat().see_heading(START)
    assert page.page.locator("lyttepunkt-chat").count() == 1
    assert len(page.page.frames) == 2
    page.chat().press("Luk")
    page.wait_until_there_is_no_frame()
    page.wait_until_heard("open", "close", "open", "close")


def test_what_was_taken_away_says_nothing_more(stage: Stage, school: HostPage) -> None:
    school.embed(stage.server.address, stage.cast.slug, "data-status")
    page = HostWindow.of(stage, school)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/status/**", hold)
    page.page.goto(f"{school.origin}/en-anden-side")
    page.soon(lambda: held)
    page.page.evaluate("Lyttepunkt.destroy()")
    with page.page.expect_response("**/status/**") as answered:
        held[0].continue_()
    answered.value.finished()
    page.page.evaluate("fetch('/').then((answer) => answer.text())")  # everything that waited has had its turn
    assert page.heard() == []


def test_a_page_that_gets_hold_of_the_frames_window_can_do_nothing_with_it(
    troubled_stage: Stage, school: HostPage
) -> None:
    school.body += f"<script>{SEIZE}</script>"
    page = HostWindow.of(troubled_stage, school)
    troubled_stage.on_duty()
    noor = page.open_chat()
    noor.start()
    page.page.wait_for_function("'seized' in window")
    assert page.page.evaluate(USE_WHAT_WAS_SEIZED, ["exit", "close", "ready"]) == ["SecurityError"] * 8
    noor.write("hej")
    noor.see_sent("hej")
    assert page.heard() == ["open"]
    assert page.page.evaluate("seized.length") == 0


def test_a_page_that_asks_whether_one_really_wants_to_go_does_not_ask_at_a_quick_exit(
    stage: Stage, school: HostPage
) -> None:
    school.body += "<script>addEventListener('beforeunload', (event) => event.preventDefault())</script>"
    page = HostWindow.of(stage, school)
    neutral_page.stand_in(page.context)
    asked: list[str] = []

    def note(dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.page.on("dialog", note)
    noor = page.open_chat()
    expect(noor.page.locator("[data-part=quick-exit-keys]")).to_be_visible()  # until the scripts are there it is a link
    noor.quick_exit.click()
    page.see_neutral_page()
    assert asked == []


def test_where_the_page_itself_stands_in_another_the_plain_page_takes_the_place_of_both(
    troubled_stage: Stage, school: HostPage
) -> None:
    with host_page.serving("localhost") as outer:
        allow(troubled_stage, school.origin, outer.origin)
        outer.body += f"<iframe src='{school.origin}' width='400'></iframe>"
        page = HostWindow.of(troubled_stage, outer)
        inner = page.soon(lambda: next((one for one in page.page.frames if one.url.startswith(school.origin)), None))
        page.soon(lambda: inner.evaluate("'Lyttepunkt' in window"))
        page.school = school
        inner.evaluate("Lyttepunkt.open()")
        page.page.wait_for_url(f"{page.address}/{troubled_stage.cast.slug}")
        page.see_heading(START)
