"""Whoever chats leaves nothing on their own device, and asks nobody else for anything."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.domain.quick_exit import NEUTRAL_PAGE
from tests.journeys import chromium
from tests.journeys.stage import PATIENCE_MS, Stage
from tests.journeys.window import PHONE
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

# What is kept, or how the browser refuses to say; each by itself, for one that throws must not hide the others.
KEPT = """async () => {
    const attempt = async (look) => { try { return await look(); } catch (error) { return error.name; } };
    return {
        cookies: await attempt(() => document.cookie),
        local: await attempt(() => Object.keys(localStorage)),
        databases: await attempt(async () => (await indexedDB.databases()).map(({ name }) => name)),
        caches: await attempt(() => caches.keys()),
        workers: await attempt(async () => (await navigator.serviceWorker.getRegistrations()).length),
        persisted: await attempt(() => navigator.storage.persisted()),
    };
}"""
NOTHING = {"cookies": "", "local": [], "databases": [], "caches": [], "workers": 0, "persisted": False}
FACES = """
    window.faces = new Set();
    const look = () => faces.add(`${document.title} ${document.querySelector('link[rel=icon]')?.getAttribute('href')}`);
    addEventListener('DOMContentLoaded', () => {
        look();
        const everything = { subtree: true, childList: true, characterData: true, attributes: true };
        new MutationObserver(look).observe(document.head, everything);
    });
"""
FIELDS = "[...document.querySelectorAll('input, textarea, select, [contenteditable]')]"
REMEMBERED = f"{FIELDS}.filter((field) => field.getAttribute('autocomplete') !== 'off').map((field) => field.outerHTML)"
SPELLED = f"{FIELDS}.filter((field) => field.matches('textarea, [contenteditable]') && field.spellcheck).length"


def test_a_whole_evening_leaves_nothing_in_the_browser(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    asked: list[str] = []
    noor.context.on("request", lambda request: asked.append(request.url))
    noor.page.on("websocket", lambda socket: asked.append(socket.url.replace("ws://", "http://")))
    noor.page.add_init_script(FACES)
    noor.open(stage.cast.slug)
    began = noor.page.evaluate("history.length")
    for _ in evening(noor, alex):
        assert noor.page.evaluate(KEPT) == NOTHING
        assert noor.context.cookies() == []
        assert noor.page.evaluate(REMEMBERED) == []
        assert noor.page.evaluate(SPELLED) == 0
        assert noor.page.evaluate("history.length") == began
    noor.wait_until_tab_keeps_nothing()
    faces = noor.page.evaluate("[...faces]")
    assert [face.split()[0] for face in faces] == ["Chat"], faces
    assert len(asked) > 20
    assert [address for address in asked if not address.startswith(f"{noor.address}/")] == []


def evening(noor: YouthWindow, alex) -> Iterator[str]:
    """Stop at every screen of a conversation from beginning to end, which is written with the keys."""
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "welcome")
    yield "welcome"
    noor.start()
    noor.composer.press_sequentially("jeg er her")
    noor.press("Send")
    yield "waiting"
    alex.take_next()
    alex.see("jeg er her")
    alex.write("godt, du skrev")
    noor.see("godt, du skrev")
    yield "conversation"
    alex.end()
    noor.see_heading("Chatten er slut")
    yield "ended"


def test_where_one_goes_next_learns_nothing_of_where_one_was(troubled_stage: Stage) -> None:
    noor = troubled_stage.youth()
    headers: list[dict[str, str]] = []

    def neutral_page(route, request) -> None:
        headers.append(request.all_headers())
        route.fulfill(body="<title>vejret</title>", content_type="text/html")

    noor.page.route(f"{NEUTRAL_PAGE}**", neutral_page)
    noor.page.evaluate(f"location.replace('{NEUTRAL_PAGE}')")
    expect(noor.page).to_have_title("vejret")
    assert noor.page.evaluate("document.referrer") == ""
    assert [name for sent in headers for name in sent if name in {"referer", "origin"}] == []


def test_a_page_asks_not_to_be_told_which_browser_it_runs_in(stage: Stage) -> None:
    noor = stage.youth()
    told: list[str] = []
    noor.page.on("request", lambda request: told.extend(_hints(request)))
    noor.page.reload()
    noor.see_heading("Skriv med en, der lytter")
    assert told == []


def _hints(request) -> list[str]:
    """Return what a request tells; the page's own goes out before the page can ask for anything."""
    if request.resource_type == "document":
        return []
    return [f"{name} for {request.url}" for name in request.all_headers() if name.startswith("sec-ch-ua")]


@pytest.mark.parametrize("feature", ["camera", "microphone", "geolocation", "browsing-topics", "local-fonts", "usb"])
def test_a_page_may_not_even_ask(stage: Stage, feature: str) -> None:
    noor = stage.youth()
    assert feature in noor.page.evaluate("document.featurePolicy.features()")
    assert not noor.page.evaluate(f"document.featurePolicy.allowsFeature('{feature}')")


@pytest.fixture
def without_site_data(stage: Stage, browser: Browser, tmp_path: Path) -> Iterator[YouthWindow]:
    """A window in a browser that lets no site keep anything, not even for a tab."""
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    context = chromium.kept_in(browser, tmp_path, **PHONE)
    context.set_default_timeout(PATIENCE_MS)
    yield YouthWindow(context, stage.server.address).open(stage.cast.slug)
    context.close()


def test_with_all_site_data_blocked_the_chat_works(stage: Stage, without_site_data: YouthWindow) -> None:
    noor, alex = without_site_data, stage.on_duty()
    with pytest.raises(Exception, match="Access is denied"):
        noor.page.evaluate("sessionStorage.length")
    noor.start()
    noor.write("hej")
    alex.take_next()
    alex.see("hej")
    alex.write("godt, du skrev")
    noor.see("godt, du skrev")
    noor.page.reload()
    noor.see_heading("Skriv med en, der lytter")
    assert "hej" not in noor.page.locator(".youth-main").inner_text().split()
    assert noor.complaints == []
