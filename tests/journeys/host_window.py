"""A window on somebody else's page that embeds the chat."""

import re
import time
from collections.abc import Callable
from copy import copy
from typing import Any, Self

from playwright.sync_api import ConsoleMessage, Frame, Request, expect

from app.domain.quick_exit import NEUTRAL_PAGE
from tests.journeys.stage import PATIENCE_MS, Stage
from tests.journeys.window import DESKTOP
from tests.journeys.youth_window import YouthWindow
from tests.servers.host_page import HostPage

# What a page that embeds the chat can hear, in its order.
LISTEN = """() => {
    if (top !== window) return;
    window.heard = [];
    for (const name of ['open', 'close', 'status']) {
        addEventListener(`lyttepunkt:${name}`, ({ detail }) => heard.push(detail ? `${name} ${detail}` : name));
    }
}"""
EVERYTHING_KEPT = """async () => [
    document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
    (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]"""
# The dialog's first choice is for when it opens; the browser tells that it will not be focused before.
FOCUS_LATER = "Blocked autofocusing on a <button> element in a cross-origin subframe."
NOTHING = ["", 0, 0, 0, 0, 0]


class HostWindow(YouthWindow):
    """The launcher stands in a closed shadow root: it is found as a screen reader finds it, and clicked."""

    @classmethod
    def of(cls, stage: Stage, school: HostPage, **options: Any) -> Self:
        """Open one on a stage, on a large screen unless told otherwise."""
        return stage._open(cls, DESKTOP | options).visit(school)

    def visit(self, school: HostPage) -> Self:
        """Come in by the school's address."""
        self.school = school
        self.requests = []
        self.page.add_init_script(f"({LISTEN})()")
        self.page.goto(school.origin)
        return self

    def open_chat(self, launcher: str = "Skriv med en, der lytter") -> YouthWindow:
        """Press the launcher and return what is in the frame."""
        self.press_launcher(launcher)
        return self.chat()

    def chat(self) -> YouthWindow:
        """Return the window within the window, once our page is in it."""
        view = copy(self)
        view.__class__ = YouthWindow
        view.page = self.frame()
        expect(view.page.locator("body")).to_have_attribute("data-screen", re.compile("."))
        return view

    def frame(self) -> Frame:
        """Wait for the frame."""
        return self.soon(lambda: next((frame for frame in self.page.frames if "/embed/" in frame.url), None))

    def wait_until_there_is_no_frame(self) -> None:
        """Wait until nothing of the chat is in the page."""
        self.soon(lambda: len(self.page.frames) == 1)

    def press_launcher(self, name: str) -> None:
        """Press what a screen reader calls a button, or link, of this name."""
        box = self.soon(lambda: self.box(name))
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def box(self, name: str) -> dict[str, float] | None:
        """Return where the button or link of this name is on the screen, or None."""
        debugger = self.context.new_cdp_session(self.page)
        try:
            for node in debugger.send("Accessibility.getFullAXTree")["nodes"]:
                if node.get("role", {}).get("value") in {"button", "link"} and node["name"]["value"] == name:
                    model = debugger.send("DOM.getBoxModel", {"backendNodeId": node["backendDOMNodeId"]})["model"]
                    left, top, _, _, right, bottom, _, _ = model["border"]
                    return {"x": left, "y": top, "width": right - left, "height": bottom - top}
            return None
        finally:
            debugger.detach()

    def focused(self) -> str:
        """Return the accessible name of what has the focus in the host page itself."""
        debugger = self.context.new_cdp_session(self.page)
        nodes = debugger.send("Accessibility.getFullAXTree")["nodes"]
        debugger.detach()
        return next((node["name"]["value"] for node in reversed(nodes) if is_focused(node)), "")

    def see_launcher(self, name: str) -> None:
        """Wait until there is a button or link of this name."""
        self.soon(lambda: self.box(name))

    def see_focus_on(self, name: str) -> None:
        """Wait until this has the focus."""
        self.soon(lambda: self.focused() == name)

    def heard(self) -> list[str]:
        """Return what the host page has heard of the chat."""
        return self.page.evaluate("heard")

    def wait_until_heard(self, *events: str) -> None:
        """Wait until the host page has heard exactly this."""
        self.page.wait_for_function("expected => heard.join() === expected", arg=",".join(events))

    def asked_of_chat(self) -> list[str]:
        """Return the paths that were asked of the installation."""
        return [url.removeprefix(self.address) for url in self.requests if url.startswith(self.address)]

    def soon(self, look: Callable[[], Any]) -> Any:
        """Wait until there is something, and return it."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not (found := look()):
            assert time.monotonic() < deadline, self.page.url
            self.page.wait_for_timeout(50)
        return found

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.text != FOCUS_LATER:
            super()._note_console(message)

    def _note_foreign(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.school.origin, NEUTRAL_PAGE, "data:")):
            super()._note_foreign(request)


def is_focused(node: dict[str, Any]) -> bool:
    """Say whether a node of the accessibility tree has the focus, and is not the whole page."""
    held = {part["name"]: part["value"].get("value") for part in node.get("properties", [])}
    return bool(held.get("focused")) and node["role"]["value"] != "RootWebArea"
