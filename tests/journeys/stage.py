"""A stage of its own for every journey: one cast, and the windows its members opened."""

from playwright.sync_api import Browser

from tests.cast import PASSWORD, Cast, Member
from tests.journeys.console_window import ConsoleWindow
from tests.journeys.english_window import EnglishWindow
from tests.journeys.window import DESKTOP, PHONE, Window
from tests.journeys.youth_window import YouthWindow
from tests.servers.process import ServerProcess

PATIENCE_MS = 10_000


class Stage:
    """Opens windows and closes them all."""

    def __init__(self, server: ServerProcess, cast: Cast, browser: Browser) -> None:
        self.server = server
        self.cast = cast
        self._browser = browser
        self._windows: list[Window] = []

    def youth(self, **options) -> YouthWindow:
        """Open the young person's page on a phone."""
        return self._open(YouthWindow, PHONE | options).open(self.cast.slug)

    def english_youth(self, **options) -> EnglishWindow:
        """Open the same in English."""
        return self._open(EnglishWindow, PHONE | options).open(self.cast.slug)

    def counsellor(self, member: Member | None = None, **options) -> ConsoleWindow:
        """Open the console of someone who signs in properly."""
        window = self._open(ConsoleWindow, DESKTOP | options)
        return window.sign_in((member or self.cast.alex).email, PASSWORD)

    def on_duty(self, capacity: int = 1, member: Member | None = None, **options) -> ConsoleWindow:
        """Open Alex's console, or someone else's, and go on duty."""
        console = self.counsellor(member, **options)
        console.choose_duty("På vagt", capacity)
        return console

    def talking(self, **options) -> tuple[YouthWindow, ConsoleWindow]:
        """Bring Noor and Alex together; she has said "hej"."""
        alex = self.on_duty(**options)
        noor = self.youth(**options)
        noor.start()
        noor.write("hej")
        alex.take_next()
        alex.see("hej")
        return noor, alex

    def complaints(self) -> list[str]:
        """Return what went wrong in any window."""
        return [complaint for window in self._windows for complaint in window.complaints]

    def close(self) -> None:
        """Close every window."""
        for window in self._windows:
            window.context.close()

    def _open(self, kind, options):
        context = self._browser.new_context(**{"locale": "da-DK"} | options)
        context.set_default_timeout(PATIENCE_MS)
        window = kind(context, self.server.address)
        self._windows.append(window)
        return window
