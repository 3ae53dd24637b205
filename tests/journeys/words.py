"""Looks for words of one language on a page in the other."""

from tests.architecture.catalogue import english
from tests.journeys.window import Window

DANISH = {message.id for message in english() if message.id and message.id != message.string and len(message.id) > 8}


def left_in_danish(window: Window) -> list[str]:
    """Return what a page says in Danish, on the screen or to a screen reader, although it has English words for it."""
    said = window.page.locator("body").aria_snapshot()
    return sorted(text for text in DANISH if text in said)
