"""The young person's page: there for everyone, and it takes nothing from anyone."""

import re

import pytest
from flask.testing import FlaskClient

from app.domain.municipality import Stage
from app.domain.quick_exit import NEUTRAL_PAGE
from app.persistence import municipalities
from app.persistence.database import Database
from tests.cast import Cast

QUICK_EXIT = f'<a class="button quick-exit" href="{NEUTRAL_PAGE}" rel="noreferrer"'


def test_the_page_of_a_municipality(browser: FlaskClient, cast: Cast) -> None:
    page = browser.get(f"/{cast.slug}")
    assert page.status_code == 200
    assert "hjems chat" in page.text


def test_neither_reading_nor_setting_a_cookie(browser: FlaskClient, cast: Cast) -> None:
    for address in ("/", f"/{cast.slug}", "/no-such-place"):
        page = browser.get(address)
        assert "Set-Cookie" not in page.headers
        assert "Vary" not in page.headers


def test_no_page_asks_any_other_host(browser: FlaskClient, cast: Cast) -> None:
    for address in ("/", f"/{cast.slug}", "/console/sign-in", "/no-such-place"):
        # The quick exit is a link: nothing is fetched before somebody leaves by it.
        page = browser.get(address).text.replace(QUICK_EXIT, "")
        assert re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]*"', page) == []


def test_the_first_thing_to_press_is_the_quick_exit_and_it_needs_no_script(browser: FlaskClient, cast: Cast) -> None:
    page = browser.get(f"/{cast.slug}").text
    controls = re.finditer(r"<(?:a|button|input|summary|textarea)\b", page)
    assert next(controls).start() == page.index(QUICK_EXIT)


def test_an_address_that_is_nobodys_says_so_without_repeating_it(browser: FlaskClient) -> None:
    page = browser.get("/kanariefugl")
    assert page.status_code == 404
    assert "kanariefugl" not in page.text


@pytest.mark.parametrize("address", ["/%00", "/a%00b", "/%FF", "/Hjem", "/a%20b", "/" + "a" * 41])
def test_an_address_that_no_municipality_can_have_is_not_found(browser: FlaskClient, address: str) -> None:
    page = browser.get(address)
    assert page.status_code == 404
    assert "Set-Cookie" not in page.headers
    assert "Vary" not in page.headers


def test_the_front_page_lists_who_is_open_to_the_public(browser: FlaskClient, cast: Cast, database: Database) -> None:
    with database.write() as work:
        municipalities.find(work.session, cast.neighbour_id).stage = Stage.SOFT
    page = browser.get("/").text
    assert f'href="/{cast.slug}"' in page
    assert f'href="/{cast.neighbour_slug}"' not in page
