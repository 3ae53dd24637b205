"""Whoever chats in a frame leaves nothing there either, asks nobody else, and the page around learns two words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.journeys import settings
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.journeys.test_traces import FACES, KEPT, NOTHING, REMEMBERED, SPELLED, evening
from tests.journeys.window import DESKTOP
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

START = "Skriv med en, der lytter"
ADVERT = "?fbclid=IwAR0x&utm_source=snap&gclid=1"
BROWSERS = {
    "third parties blocked": settings.THIRD_PARTIES_BLOCKED,
    "third parties allowed": settings.THIRD_PARTIES_ALLOWED,
    "all site data blocked": settings.ALL_SITE_DATA_BLOCKED,
}
REFUSALS = ("SecurityError", "UnknownError", "NotSupportedError", "AbortError", "TypeError")
# Everything that the page around could feel of somebody who writes in the frame.
FEEL = """() => {
    if (top !== window) return;
    window.told = [];
    window.felt = [];
    addEventListener('message', ({ data, origin }) => told.push([origin, JSON.stringify(data)]));
    for (const name of ['keydown', 'keyup', 'beforeinput', 'input', 'paste', 'copy', 'selectionchange', 'submit']) {
        addEventListener(name, ({ type }) => felt.push(type), { capture: true });
    }
}"""


@pytest.fixture(params=BROWSERS)
def page(
    request: pytest.FixtureRequest, troubled_stage: Stage, school: HostPage, browser: Browser, tmp_path: Path
) -> Iterator[HostWindow]:
    """The school's page in a browser that keeps as much as its owner wants."""
    with settings.changed(browser, tmp_path / "chromium", BROWSERS[request.param], **DESKTOP) as context:
        window = HostWindow(context, troubled_stage.server.address)
        window.page.add_init_script(f"({FEEL})()")
        window.page.add_init_script(FACES)
        yield window.visit(school)
        assert window.complaints == []


def test_a_whole_evening_in_a_frame_leaves_nothing_and_is_felt_by_nobody(
    troubled_stage: Stage, page: HostWindow
) -> None:
    asked = asked_by_frames(page)
    alex = troubled_stage.on_duty()
    noor = page.open_chat()
    began = page.page.evaluate("history.length")
    for _ in evening(noor, alex):
        kept = noor.page.evaluate(KEPT)
        assert {name: value for name, value in kept.items() if value not in (NOTHING[name], *REFUSALS)} == {}
        assert page.context.cookies() == []
        assert noor.page.evaluate(REMEMBERED) == []
        assert noor.page.evaluate(SPELLED) == 0
        assert page.page.evaluate("history.length") == began
    assert [face.split()[0] for face in noor.page.evaluate("[...faces]")] == ["Chat"]
    assert len(asked) > 20
    assert [address for address in asked if not address.startswith(f"{page.address}/")] == []
    noor.press("Luk")
    page.wait_until_there_is_no_frame()
    page.wait_until_heard("open", "close")
    assert page.page.evaluate("told") == [[page.address, f'{{"lyttepunkt":"{word}"}}'] for word in ("ready", "close")]
    assert page.page.evaluate("felt") == []


def asked_by_frames(page: HostWindow) -> list[str]:
    """Return the growing list of what is asked in frames, sockets included."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.frame.parent_frame:
            asked.append(request.url)

    page.page.on("request", note)
    page.page.on("websocket", lambda socket: asked.append(socket.url.replace("ws://", "http://")))
    return asked


def test_the_tab_keeps_one_conversation_and_only_until_its_end(
    stage: Stage, school: HostPage, browser: Browser, tmp_path: Path
) -> None:
    allowed = settings.THIRD_PARTIES_ALLOWED
    with settings.changed(browser, tmp_path / "chromium", allowed, **DESKTOP) as context:
        page = HostWindow(context, stage.server.address).visit(school)
        stage.on_duty()
        noor = page.open_chat()
        noor.start()
        assert noor.page.evaluate("Object.keys(sessionStorage)") == [f"chat/{stage.cast.slug}"]
        assert page.page.evaluate("sessionStorage.length") == 0
        noor.leave()
        noor.wait_until_tab_keeps_nothing()


def test_what_an_advert_put_behind_the_hosts_address_goes_no_further(stage: Stage, school: HostPage) -> None:
    school.embed(stage.server.address, stage.cast.slug, "data-status")
    page = HostWindow.of(stage, school)
    told: list[Request] = []

    def note(request: Request) -> None:
        told.append(request)

    page.page.on("request", note)
    page.page.goto(f"{school.origin}/{ADVERT}")
    page.wait_until_heard("status unstaffed")
    sockets: list[str] = []
    page.page.on("websocket", lambda socket: sockets.append(socket.url))
    noor = page.open_chat(f"{START} Der er ingen lige nu")
    noor.see_heading("Skriv med en, der lytter")
    page.soon(lambda: sockets)
    ours = [request for request in told if request.url.startswith(page.address)]
    assert [url for url in [*(request.url for request in ours), *sockets] if "fbclid" in url or "utm_" in url] == []
    assert {f"/embed/{stage.cast.slug}", f"/status/{stage.cast.slug}.json"} <= {*page.asked_of_chat()}
    for request in ours:
        headers = request.all_headers()
        assert "cookie" not in headers
        assert "fbclid" not in str(headers)
        assert request.url.endswith("/widget.js") or not headers.get("referer")


def test_what_is_put_behind_the_frames_own_address_is_dropped_before_anything_is_asked(
    stage: Stage, school: HostPage
) -> None:
    address = f"{stage.server.address}/embed/{stage.cast.slug}"
    school.body += f'<iframe width="600" height="600" src="{address}{ADVERT}#top"></iframe>'
    page = HostWindow.of(stage, school)
    sockets: list[str] = []
    page.page.on("websocket", lambda socket: sockets.append(socket.url))
    page.page.reload()
    stage.on_duty()
    noor = page.chat()
    noor.start()
    assert noor.page.evaluate("location.href") == address
    assert noor.page.evaluate("navigation.entries().map(({ url }) => url)") == [address]
    asked = [url for url in page.requests if "fbclid" in url]
    assert {*asked} == {f"{address}{ADVERT}"}, "more than the page itself was asked with it"
    assert page.soon(lambda: sockets)
    assert [url for url in sockets if "fbclid" in url] == []
    assert [frame for frame in noor.frames_sent if "fbclid" in frame] == []
