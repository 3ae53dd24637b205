"""Debian's Chromium, as it comes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.journeys.stage import PATIENCE_MS
from tests.servers.requirement import program

SWITCHES = (
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP www.dmi.dk ~NOTFOUND",  # a quick exit in a test stays in the house
)


@contextmanager
def running() -> Iterator[Browser]:
    """Start it, and end it afterwards."""
    path = program("chromium", "chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield browser
        browser.close()


def kept_in(browser: Browser, folder: Path, **options) -> BrowserContext:
    """Start another one whose settings are those in a folder: a context of its own goes by the built-in ones."""
    path = program("chromium", "chromium")
    return browser.browser_type.launch_persistent_context(
        folder, executable_path=path, args=list(SWITCHES), locale="da-DK", **options
    )
