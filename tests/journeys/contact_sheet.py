"""Puts pictures side by side on one sheet for the documentation: a page that shows them is photographed in its turn."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
TOKENS = ROOT / "static" / "css" / "tokens.css"
ROOM = {"viewport": {"width": 2640, "height": 100}, "color_scheme": "light"}
STYLE = """
body { display: flex; gap: calc(4 * var(--unit)); inline-size: max-content; margin: 0; padding: calc(4 * var(--unit));
       background: var(--sunken); color: var(--muted); font: var(--text) / var(--leading) var(--font); }
figure { margin: 0; }
img { display: block; border: 1px solid var(--hairline); border-radius: var(--radius-card); }
figcaption { padding-block-start: calc(2 * var(--unit)); text-align: center; }
"""


def compose(browser: Browser, sheet: Path, pictures: Iterable[tuple[Path, str]]) -> None:
    """Write a sheet of pictures, each with a word below it."""
    sheet.parent.mkdir(parents=True, exist_ok=True)
    figures = "".join(
        f'<figure><img src="{picture.as_uri()}" alt=""><figcaption>{escape(word)}</figcaption></figure>'
        for picture, word in pictures
    )
    page = sheet.with_suffix(".html")
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{TOKENS.as_uri()}">'
        f"<style>{STYLE}</style>{figures}",
        encoding="utf-8",
    )
    context = browser.new_context(**ROOM)
    window = context.new_page()
    window.goto(page.as_uri())
    window.locator("body").screenshot(path=sheet)
    context.close()
    page.unlink()
