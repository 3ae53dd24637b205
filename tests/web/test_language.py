"""The address alone says in which language a page is."""

import json
import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.municipality import slug_is_usable
from tests.architecture.catalogue import english
from tests.cast import Cast

LANG = re.compile(r'<html lang="(\w+)">')
LINK = re.compile(r'<a class="language-link" href="([^"]+)" hreflang="(\w+)" lang="(\w+)">(\w+)</a>')
SPOKEN = [(message.id, message.string) for message in english() if message.id and message.id != message.string]


def addresses(cast: Cast) -> list[tuple[str, str]]:
    """Return each page that exists in both languages: its Danish address and its English one."""
    return [("/", "/en"), (f"/{cast.slug}", f"/{cast.slug}/en"), ("/findes-ikke", "/findes-ikke/en")]


def test_a_page_says_in_which_language_it_is(browser: FlaskClient, cast: Cast) -> None:
    for danish, english_one in [*addresses(cast), ("/findes/ikke/noget-sted", "/findes/ikke/noget-sted/en")]:
        assert LANG.findall(browser.get(danish).text) == ["da"], danish
        assert LANG.findall(browser.get(english_one).text) == ["en"], english_one


def test_staff_read_danish_wherever_they_come_from(browser: FlaskClient) -> None:
    assert LANG.findall(browser.get("/console/sign-in").text) == ["da"]
    assert browser.get("/console/sign-in/en").status_code == 404
    assert browser.get("/console/en").status_code == 404


@pytest.mark.parametrize("first", [0, 1])
def test_no_text_of_the_other_language_is_left_whoever_came_first(flask: Flask, cast: Cast, first: int) -> None:
    browser = flask.test_client()
    for pair in addresses(cast):
        words = {place: words_of(browser.get(pair[place]).text) for place in (first, 1 - first)}
        assert [danish for danish, _ in SPOKEN if says(words[1], danish)] == [], pair
        assert [text for _, text in SPOKEN if says(words[0], text)] == [], pair


def words_of(page: str) -> str:
    """Return a page as it is read, with what its scripts will say."""
    data = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    said = "\n".join(json.dumps(json.loads(each), ensure_ascii=False, indent=0) for each in data)
    return unescape(re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)) + "\n" + said


def says(words: str, text: str) -> bool:
    """Say whether a page holds a text, as a whole and whatever stands in its gaps."""
    pattern = re.sub(r"%\\?\(\w+\\?\)s", ".+?", re.escape(text))
    return re.search(rf"(?<!\w){pattern}(?!\w)", words) is not None


@pytest.mark.parametrize("wish", ["en", "en-GB,en;q=0.9", "*"])
def test_what_a_browser_prefers_counts_for_nothing(browser: FlaskClient, cast: Cast, wish: str) -> None:
    for danish, english_one in addresses(cast):
        for address in (danish, english_one):
            plain, preferring = browser.get(address), browser.get(address, headers={"Accept-Language": wish})
            assert preferring.text == plain.text
            assert "Vary" not in preferring.headers
            assert "Set-Cookie" not in preferring.headers
    browser.set_cookie("language", "en")
    assert LANG.findall(browser.get(f"/{cast.slug}?language=en&lang=en").text) == ["da"]


def test_links_stay_in_the_language_of_their_page(browser: FlaskClient, cast: Cast) -> None:
    for page, link in [("", f"/{cast.slug}"), (f"/{cast.slug}", f"/{cast.slug}"), ("/findes-ikke", "")]:
        assert f'href="{link or "/"}"' in browser.get(page or "/").text
        assert f'href="{link}/en"' in browser.get(f"{page}/en").text


def test_each_page_leads_to_itself_in_the_other_language(browser: FlaskClient, cast: Cast) -> None:
    for danish, english_one in addresses(cast)[:2]:
        assert LINK.findall(browser.get(danish).text) == [(english_one, "en", "en", "English")]
        assert LINK.findall(browser.get(english_one).text) == [(danish, "da", "da", "Dansk")]


def test_every_danish_door_to_the_public_has_an_english_one(flask: Flask) -> None:
    rules = [rule for rule in flask.url_map.iter_rules() if "language" in rule.arguments]
    spoken = {(rule.endpoint, rule.defaults["language"]) for rule in rules}
    assert {endpoint for endpoint, _ in spoken} >= {"public.front", "youth.chat"}
    assert spoken == {(endpoint, language) for endpoint, _ in spoken for language in ("da", "en")}


def test_no_municipality_can_stand_where_english_does() -> None:
    assert not slug_is_usable("en")
