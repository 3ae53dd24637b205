"""The walls of the frame: who may put it up, and that nobody looks or reaches through."""

import pytest

from tests.journeys.conftest import allow
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.servers import host_page
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

START = "Skriv med en, der lytter"
REACH_IN = """address => new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.onload = () => {
        const reach = (look) => { try { return String(look()) } catch (error) { return error.name } };
        done([
            reach(() => frame.contentDocument),
            reach(() => frame.contentWindow.document),
            reach(() => frame.contentWindow.chat),
            reach(() => frame.contentWindow.eval('1')),
            reach(() => frame.contentWindow.sessionStorage),
            reach(() => frame.contentWindow.location.href),
        ]);
    };
    frame.src = address;
    document.body.append(frame);
})"""


def test_a_site_that_was_not_named_cannot_frame_the_chat(troubled_stage: Stage, school: HostPage) -> None:
    allow(troubled_stage, "https://ungdomsskolen.example", school.origin.replace("localhost", "127.0.0.1"))
    page = HostWindow.of(troubled_stage, school)
    page.press_launcher(START)
    page.see_launcher("112, hvis nogen er i fare")
    assert any("frame-ancestors" in complaint for complaint in page.complaints)
    assert "Start chatten" not in "".join(frame.content() for frame in page.page.frames)


def test_not_even_a_site_that_was_named_can_frame_the_plain_page(troubled_stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(troubled_stage, school)
    page.page.evaluate(REACH_IN, f"{troubled_stage.server.address}/{troubled_stage.cast.slug}")
    assert any("frame-ancestors" in complaint for complaint in page.complaints)


def test_a_site_between_cannot_lend_its_name(troubled_stage: Stage, school: HostPage) -> None:
    with host_page.serving("localhost") as stranger:
        stranger.body += f"<iframe src='{school.origin}'></iframe>"
        page = HostWindow.of(troubled_stage, stranger)
        inner = page.soon(lambda: next((one for one in page.page.frames if one.url.startswith(school.origin)), None))
        page.soon(lambda: inner.evaluate("'Lyttepunkt' in window"))
        inner.evaluate("address => void (location = address)", f"{page.address}/embed/{troubled_stage.cast.slug}")
        page.soon(lambda: any("frame-ancestors" in complaint for complaint in page.complaints))


def test_the_page_around_can_neither_read_the_chat_nor_reach_into_it(troubled_stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(troubled_stage, school)
    page.open_chat()
    reached = page.page.evaluate(REACH_IN, f"{troubled_stage.server.address}/embed/{troubled_stage.cast.slug}")
    assert reached == ["null", *["SecurityError"] * 5]
    assert page.page.evaluate("document.querySelector('lyttepunkt-chat').shadowRoot") is None
    assert page.page.evaluate("frames.length") == 1  # the one that the test has put there


def test_a_page_whose_sandbox_takes_its_name_away_gets_the_kind_text(troubled_stage: Stage, school: HostPage) -> None:
    school.embed(troubled_stage.server.address, troubled_stage.cast.slug, policy="sandbox allow-scripts")
    page = HostWindow.of(troubled_stage, school)
    page.press_launcher(START)
    page.see_launcher("112, hvis nogen er i fare")
    page.see_launcher("Åbn i eget vindue")


def test_the_frame_itself_stands_in_exactly_our_sandbox(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    noor = page.open_chat()
    attributes = noor.page.frame_element().evaluate(
        "frame => [...frame.attributes].map(({ name, value }) => [name, value])"
    )
    assert dict(attributes) == {
        "title": "Chat",
        "src": f"{stage.server.address}/embed/{stage.cast.slug}",
        "sandbox": "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox "
        "allow-top-navigation",
        "allow": "",
        "referrerpolicy": "no-referrer",
    }
    assert noor.page.evaluate("document.referrer") == ""
