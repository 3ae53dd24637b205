"""The launcher in somebody else's page: large, named, and silent until it is asked."""

import pytest
from playwright.sync_api import expect

from tests.journeys.host_window import EVERYTHING_KEPT, NOTHING, HostWindow
from tests.journeys.stage import Stage
from tests.journeys.window import PHONE
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once

START = "Skriv med en, der lytter"
HIDE = "Skjul chatten"
FLAT = {"viewport": {"width": 1000, "height": 500}}


def test_nothing_is_asked_before_the_click(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.see_launcher(START)
    page.page.wait_for_load_state("networkidle")
    assert page.asked_of_chat() == ["/widget.js"]
    page.open_chat()
    assert f"/embed/{stage.cast.slug}" in page.asked_of_chat()
    assert not [path for path in page.asked_of_chat() if path.startswith("/status/")]


def test_with_the_status_one_word_is_asked_and_said(stage: Stage, school: HostPage) -> None:
    school.embed(stage.server.address, stage.cast.slug, "data-status")
    page = HostWindow.of(stage, school)
    page.see_launcher(f"{START} Der er ingen lige nu")
    page.wait_until_heard("status unstaffed")
    assert page.asked_of_chat() == ["/widget.js", f"/status/{stage.cast.slug}.json"]
    stage.on_duty()
    page.page.goto(f"{school.origin}/en-anden-side")
    page.see_launcher(f"{START} Der er ingen lige nu")  # kept for a minute, as promised
    other = HostWindow.of(stage, school)
    other.see_launcher(f"{START} Åben lige nu")
    other.wait_until_heard("status open")


def test_the_page_opens_hides_and_takes_away_the_chat_and_hears_only_that(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.see_launcher(START)
    page.page.evaluate("Lyttepunkt.close(); Lyttepunkt.open(); Lyttepunkt.open()")
    page.chat()
    page.wait_until_heard("open")
    page.see_launcher(HIDE)
    page.page.evaluate("Lyttepunkt.close()")
    page.wait_until_heard("open", "close")
    page.press_launcher(START)
    page.wait_until_heard("open", "close", "open")
    page.page.evaluate("Lyttepunkt.destroy()")
    page.wait_until_there_is_no_frame()
    page.wait_until_heard("open", "close", "open", "close")
    assert page.page.evaluate("typeof Lyttepunkt + document.querySelectorAll('lyttepunkt-chat').length") == "undefined0"


def test_the_focus_goes_into_the_chat_and_comes_back(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.see_launcher(START)
    page.page.get_by_label("Søg").focus()
    page.page.keyboard.press("Tab")
    page.see_focus_on(START)
    page.page.keyboard.press("Enter")
    noor = page.chat()
    page.soon(lambda: noor.page.evaluate("document.hasFocus()"))
    page.page.keyboard.press("Escape")
    noor.press("Luk")
    page.wait_until_there_is_no_frame()
    page.see_focus_on(START)
    page.wait_until_heard("open", "close")


def test_a_host_that_closes_the_chat_takes_no_focus_from_its_visitor(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.open_chat()
    search = page.page.get_by_label("Søg")
    search.focus()
    page.page.evaluate("Lyttepunkt.close()")
    expect(search).to_be_focused()


def test_loaded_twice_it_is_there_once_and_adds_one_name(stage: Stage, school: HostPage) -> None:
    before = "<script>window.names = Object.getOwnPropertyNames(window)</script>"
    school.embed(stage.server.address, stage.cast.slug)
    script = school.body[school.body.index("<script") :]
    school.body = f"{before}{school.body}{script}<script async src='{stage.server.address}/widget.js'></script>"
    page = HostWindow.of(stage, school)
    page.see_launcher(START)
    page.page.wait_for_load_state("networkidle")
    assert page.page.locator("lyttepunkt-chat").count() == 1
    new = page.page.evaluate("Object.getOwnPropertyNames(window).filter((name) => !names.includes(name))")
    assert set(new) == {"Lyttepunkt", "names"}


@pytest.mark.parametrize("attributes, name", [("", START), ('data-label="Chat med os"', "Chat med os")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_launcher_is_large_named_and_on_the_side_that_was_asked_for(
    stage: Stage, school: HostPage, attributes: str, name: str, scheme: str
) -> None:
    school.embed(stage.server.address, stage.cast.slug, attributes)
    page = HostWindow.of(stage, school, color_scheme=scheme)
    page.see_launcher(name)
    box = page.box(name)
    assert min(box["width"], box["height"]) >= 44
    assert box["x"] + box["width"] == 1280 - 16
    assert box["y"] + box["height"] == 800 - 16
    school.embed(stage.server.address, stage.cast.slug, attributes + ' data-position="left"')
    page.page.reload()
    page.see_launcher(name)
    assert page.box(name)["x"] == 16


def test_english_leads_to_the_english_addresses(troubled_stage: Stage, school: HostPage) -> None:
    slug = troubled_stage.cast.slug
    school.embed(troubled_stage.server.address, slug, 'data-language="en"')
    page = HostWindow.of(troubled_stage, school)
    page.press_launcher("Chat with someone who listens")
    page.see_launcher("Hide the chat")
    page.soon(lambda: f"/embed/{slug}/en" in page.asked_of_chat())


def test_whatever_the_host_styles_the_launcher_stays_itself(stage: Stage, school: HostPage) -> None:
    school.embed(stage.server.address, stage.cast.slug)
    page = HostWindow.of(stage, school)
    page.see_launcher(START)
    plain = page.box(START)
    hostile = "* { font: 40px serif !important; color: red !important; position: relative; margin: 9px; --accent: red }"
    hostile += " body > * { text-transform: uppercase !important; transform: translateX(99px) !important }"
    school.body += f"<style>{hostile} html {{ font-size: 3px }} button, lyttepunkt-chat {{ width: 1px }}</style>"
    page.page.reload()
    page.see_launcher(START)
    assert page.box(START) == plain


def test_on_paper_there_is_nothing_of_it(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.see_launcher(START)
    page.page.emulate_media(media="print")
    page.soon(lambda: page.box(START) is None)


@pytest.mark.parametrize("options", [PHONE, {"viewport": {"width": 600, "height": 900}}, FLAT])
def test_on_a_small_screen_the_plain_page_opens_in_the_same_tab(
    stage: Stage, school: HostPage, options: dict[str, object]
) -> None:
    page = HostWindow.of(stage, school, **options)
    with page.page.expect_request(f"{stage.server.address}/{stage.cast.slug}") as asked:
        page.press_launcher(START)
    page.see_heading("Skriv med en, der lytter")
    assert page.page.url == f"{stage.server.address}/{stage.cast.slug}"
    assert "referer" not in asked.value.all_headers()
    assert len(page.context.pages) == 1
    page.page.go_back()
    page.see_heading("Skolen")


def test_nothing_is_kept_in_the_host_or_in_the_frame(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    page.open_chat()
    page.page.evaluate("Lyttepunkt.close()")
    assert page.page.evaluate(EVERYTHING_KEPT) == NOTHING
    assert page.context.cookies() == []


def test_a_strict_policy_of_the_host_is_enough(stage: Stage, school: HostPage) -> None:
    chat = stage.server.address
    policy = (
        f"default-src 'none'; script-src {chat}; frame-src {chat}; connect-src {chat}; img-src data:; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    school.embed(chat, stage.cast.slug, "data-status", policy=policy)
    page = HostWindow.of(stage, school)
    page.see_launcher(f"{START} Der er ingen lige nu")
    box = page.box(f"{START} Der er ingen lige nu")
    assert box["x"] + box["width"] == 1280 - 16
    page.open_chat(f"{START} Der er ingen lige nu").see_heading("Skriv med en, der lytter")
