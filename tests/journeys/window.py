"""A browser window that remembers everything that went wrong in it."""

from collections.abc import Callable
from copy import copy
from threading import Event
from typing import Self

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, WebSocket, expect

from app.domain.quick_exit import NEUTRAL_PAGE

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
# We deny features that another or an older browser has: this one has nothing to deny (app/web/permissions_policy.py).
UNKNOWN_FEATURE = "Permissions-Policy header: Unrecognized feature"
# What Chromium says of a page that is left, or a frame that is taken away, while it still connects: nothing is wrong.
LEFT_EARLY = "WebSocket is closed before the connection is established"
HARMLESS = (UNKNOWN_FEATURE, LEFT_EARLY)
DESKTOP = {"viewport": {"width": 1280, "height": 800}}


class Window:
    """One window in a browser of its own, as private as one on another machine."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.complaints: list[str] = []
        self.frames_sent: list[str] = []
        self.follow(context.new_page())

    def beside(self, open_page: Callable[[], object]) -> Self:
        """Return the window that opens in the same browser when this is done; what goes wrong in it counts here."""
        with self.context.expect_page() as opened:
            open_page()
        other = copy(self)
        other.follow(opened.value)
        return other

    def follow(self, page: Page) -> None:
        """Go on in a page that is open already; what goes wrong in it counts here."""
        self.page = self._watched(page)

    def freeze(self) -> None:
        """Let the phone sleep: no script of the page runs any more, and no ping of its socket is answered.

        A page that is seen ignores the browser's own freezing, and a headless one is always seen.
        """
        self._debugger = self.context.new_cdp_session(self.page)
        stopped = Event()
        self._debugger.on("Debugger.paused", lambda _: stopped.set())
        self._debugger.send("Debugger.enable")
        self._debugger.send("Runtime.evaluate", {"expression": "setTimeout(() => { debugger; })"})
        while not stopped.is_set():
            self._debugger.send("Debugger.enable")

    def thaw(self) -> None:
        """Let the phone wake up."""
        self._debugger.send("Debugger.resume")
        self._debugger.detach()

    def see(self, text: str) -> None:
        """Wait until these words can be read in the log."""
        expect(self.log.get_by_text(text, exact=True)).to_be_visible()

    def see_state(self, text: str, state: str) -> None:
        """Wait until one's own message is said to be that far."""
        expect(self.log.locator(".message", has_text=text).locator("[data-part=state]")).to_have_text(state)

    def see_heading(self, text: str) -> None:
        """Wait until this heading is on the screen."""
        expect(self.page.get_by_role("heading", name=text, exact=True)).to_be_visible()

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name).click()

    def write(self, text: str) -> None:
        """Write a message and send it."""
        self.composer.fill(text)
        self.press("Send")

    def texts(self) -> list[str]:
        """Return what stands in the log, in its order."""
        return self.log.locator(".message__words").all_inner_texts()

    @property
    def log(self) -> Locator:
        """The conversation that is on the screen."""
        return self.page.get_by_role("log")

    @property
    def composer(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_role("textbox", name="Skriv")

    @property
    def connection(self) -> Locator:
        """What the page says about its connection."""
        return self.page.locator(".connection[role=status]")

    def _watched(self, page: Page) -> Page:
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._note_foreign)
        page.on("websocket", self._note_frames)
        return page

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(words in message.text for words in HARMLESS):
            self.complaints.append(message.text)

    def _note_foreign(self, request: Request) -> None:
        is_quick_exit = request.url == NEUTRAL_PAGE and request.is_navigation_request()
        if not request.url.startswith(self.address) and not is_quick_exit:
            self.complaints.append(f"a foreign request: {request.url}")

    def _note_frames(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self.frames_sent.append(str(frame)))
