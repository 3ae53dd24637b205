"""What stands on the young person's page before any script runs."""

from html.parser import HTMLParser

from flask.testing import FlaskClient

from app.persistence.database import Database
from tests.cast import Cast

MOST_WORDS = 60
OWN = {"h1", "p"}
VOID = {"meta", "link", "input"}


class Welcome(HTMLParser):
    """Collects the welcome's own headings and paragraphs: not the folds, not what shows only at times."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append("welcome" if dict(attributes).get("class") == "welcome stack" else tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()
        self.text += " " if tag in OWN else ""

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Nothing stands in a picture's strokes."""

    def handle_data(self, data: str) -> None:
        path = "/".join(self._open)
        if "/welcome/h1" in path or "/welcome/p" in path:
            self.text += data


def test_the_welcome_takes_sixty_words_at_most(browser: FlaskClient, cast: Cast) -> None:
    page = Welcome()
    page.feed(browser.get(f"/{cast.slug}").text)
    words = page.text.split()
    assert words[:5] == ["Skriv", "med", "en,", "der", "lytter"]
    assert 40 <= len(words) <= MOST_WORDS, page.text


def test_what_an_advert_puts_behind_the_address_changes_nothing(
    browser: FlaskClient, cast: Cast, database: Database
) -> None:
    plain = browser.get(f"/{cast.slug}").data
    assert browser.get(f"/{cast.slug}?fbclid=IwAR0x&utm_source=snap&gclid=1").data == plain
