"""Chromium with settings that somebody has changed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from tests.journeys.chromium import SWITCHES
from tests.journeys.stage import PATIENCE_MS
from tests.servers.requirement import program

# As it comes, this browser keeps nothing for a page inside another site.
THIRD_PARTIES_ALLOWED = {"profile": {"cookie_controls_mode": 0}}
ALL_SITE_DATA_BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
UNSAFE_NAME = "skolen.example"
UNSAFE_SITE = f"--host-resolver-rules=MAP {UNSAFE_NAME} 127.0.0.1"  # no loopback name, so plain http is not trusted


@contextmanager
def changed(
    browser: Browser, folder: Path, preferences: dict[str, Any], *switches: str, **options: Any
) -> Iterator[BrowserContext]:
    """Start a browser of its own: a context of the shared one goes by the built-in settings."""
    (folder / "Default").mkdir(parents=True)
    (folder / "Default" / "Preferences").write_text(json.dumps(preferences))
    path = program("chromium", "chromium")
    context = browser.browser_type.launch_persistent_context(
        folder, executable_path=path, args=[*SWITCHES, *switches], locale="da-DK", **options
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()
