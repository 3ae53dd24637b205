"""The launcher when something is wrong or somebody means ill: whom to call, whom it hears, and the way out."""

import pytest

from app.domain.quick_exit import NEUTRAL_PAGE
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

START = "Skriv med en, der lytter"
HIDE = "Skjul chatten"


def test_a_loader_that_cannot_be_had_leaves_the_page_as_it_is(troubled_stage: Stage, school: HostPage) -> None:
    school.embed("http://127.0.0.1:1", troubled_stage.cast.slug)
    page = HostWindow.of(troubled_stage, school)
    page.see_heading("Skolen")
    assert page.page.evaluate("document.body.children.length") == 3
    assert page.heard() == []


def test_a_chat_that_cannot_be_reached_says_whom_to_call(troubled_stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(troubled_stage, school)
    page.see_launcher(START)
    page.context.route("**/embed/**", lambda route: route.abort())
    page.press_launcher(START)
    see_apology(page)
    page.press_launcher("Luk")
    page.wait_until_there_is_no_frame()
    page.see_focus_on(START)
    page.context.unroute("**/embed/**")
    page.open_chat().see_heading("Skriv med en, der lytter")


def see_apology(page: HostWindow) -> None:
    """Wait for the kind text, and for everything that it offers."""
    for name in ("112, hvis nogen er i fare", "116 111, BørneTelefonen", "Åbn i eget vindue", "Luk"):
        page.see_launcher(name)
    page.see_focus_on("Luk")


def test_a_page_whose_scripts_came_late_takes_the_apology_back(troubled_stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(troubled_stage, school)
    page.see_launcher(START)
    page.context.route("**/js/youth.js", lambda route: route.abort())
    page.press_launcher(START)
    see_apology(page)
    page.context.unroute("**/js/youth.js")
    page.frame().evaluate("void location.reload()")
    page.chat().see_heading("Skriv med en, der lytter")
    page.soon(lambda: page.box("Luk") is None)


@pytest.mark.parametrize("kind", ["exit", "close", "ready"])
def test_what_anybody_else_says_is_not_heard(stage: Stage, school: HostPage, kind: str) -> None:
    page = HostWindow.of(stage, school)
    noor = page.open_chat()
    forged = {"lyttepunkt": kind}
    page.page.evaluate("message => postMessage(message, '*')", forged)
    page.page.evaluate(
        "([data, origin]) => dispatchEvent(new MessageEvent('message', { data, origin, source: window }))",
        [forged, stage.server.address],
    )
    say_from_another_frame_of_ours(page, forged)
    noor.page.evaluate("parent.postMessage({ lyttepunkt: 'constructor' }, '*')")
    noor.page.evaluate("parent.postMessage('exit', '*')")
    noor.page.evaluate("parent.postMessage(null, '*')")
    noor.see_heading("Skriv med en, der lytter")
    assert page.heard() == ["open"]
    assert page.page.url.startswith(school.origin)
    page.see_launcher(HIDE)


def say_from_another_frame_of_ours(page: HostWindow, message: dict[str, str]) -> None:
    """Let our own origin speak, but from a frame that the loader has not made."""
    page.page.evaluate(
        "address => new Promise((done) => document.body.append(Object.assign(document.createElement('iframe'), "
        "{ name: 'another', src: address, onload: done })))",
        page.page.frames[1].url,
    )
    other = next(frame for frame in page.page.frames if frame.name == "another")
    other.evaluate("message => parent.postMessage(message, '*')", message)


def test_a_page_that_took_the_place_of_ours_is_not_heard_either(troubled_stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(troubled_stage, school)
    noor = page.open_chat()
    school.body = "<p>En anden side"
    noor.page.evaluate("address => void (location = address)", f"{school.origin}/en-anden-side")
    other = page.soon(lambda: next((one for one in page.page.frames if one.url.endswith("/en-anden-side")), None))
    for kind in ("exit", "close"):
        other.evaluate("message => parent.postMessage(message, '*')", {"lyttepunkt": kind})
    page.page.evaluate("postMessage('last', '*')")
    page.see_launcher("112, hvis nogen er i fare")
    assert page.heard() == ["open"]
    assert page.page.url.startswith(school.origin)


def test_the_quick_exit_takes_the_whole_page_at_once(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    stand_in(page)
    noor = page.open_chat()
    noor.page.evaluate("origin => parent.postMessage({ lyttepunkt: 'exit' }, origin)", school.origin)
    page.page.wait_for_url(NEUTRAL_PAGE)
    page.page.go_back()
    assert "lyttepunkt" not in page.page.content()
    assert page.page.url == "about:blank"


def stand_in(page: HostWindow) -> None:
    """Answer instead of the neutral page: no test asks the real one."""
    page.context.route(NEUTRAL_PAGE, lambda route: route.fulfill(content_type="text/html", body="<p>Sol"))
