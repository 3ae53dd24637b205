"""The numbers on the pages: in the order of the moment, in words that stay true, and from the data only."""

import json
from datetime import UTC, date, datetime, time
from html.parser import HTMLParser
from unittest.mock import patch

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from app.domain.help_number import HelpNumber
from app.domain.weekly_hours import AROUND_THE_CLOCK, EVERY_DAY, MIDNIGHT, Hours, Opening, on
from app.web import help_numbers as page_numbers
from app.web.hours_in_words import hours_in_words
from tests.cast import Cast

ALL = ["112", "116111", "1888", "116006", "70201201", "40901111", "114"]
SHORT = ["112", "116111", "70201201"]
WEEKDAYS = range(5)


class Dialled(HTMLParser):
    """Collects what the page lets a telephone dial, in the order of the page, for each list of numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: list[list[str]] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if given.get("class") == "help-numbers":
            self.lists.append([])
        if (given.get("class") or "").startswith("help-number ") or given.get("class") == "help-number":
            self.lists[-1].append(given["href"].removeprefix("tel:"))


def lists_on(page: str) -> list[list[str]]:
    dialled = Dialled()
    dialled.feed(page)
    return dialled.lists


def test_all_of_them_at_the_closed_door_and_at_the_end(browser: FlaskClient, cast: Cast) -> None:
    assert lists_on(browser.get(f"/{cast.slug}").text).count(ALL) == 2


@pytest.mark.parametrize("address", ["/", "/no-such-place"])
def test_the_short_list_elsewhere(browser: FlaskClient, cast: Cast, address: str) -> None:
    assert lists_on(browser.get(address).text) == [SHORT]


@pytest.mark.parametrize("instant, first", [("2026-11-25T20:00", "2"), ("2026-11-26T10:00", "1")])
def test_those_open_now_come_first(flask: Flask, instant: str, first: str) -> None:
    def number(digits: str, begins: int, ends: int) -> HelpNumber:
        hours = on(EVERY_DAY, time(begins), time(ends))
        facts = {"name": "Nogen", "about": "Noget", "verified_on": date(2026, 11, 25), "source": "x.dk"}
        return HelpNumber(slug=digits, digits=digits, hours=hours, hours_source="x.dk", **facts)

    shipped = (number("1", 9, 15), number("2", 15, 9))
    now = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    with patch.object(page_numbers, "HELP_NUMBERS", shipped), time_machine.travel(now, tick=False):
        shown = page_numbers.help_numbers_now()
    assert shown[0].digits == first


def test_hours_are_said_only_where_they_are_known(browser: FlaskClient, cast: Cast) -> None:
    page = browser.get("/").text
    children, lifeline = page.index("tel:116111"), page.index("tel:70201201")
    assert "Åben hele døgnet" in page[children:lifeline]
    assert "døgnet" not in page[lifeline:]


def test_the_waiting_screen_names_the_numbers_of_the_data(browser: FlaskClient, cast: Cast) -> None:
    page = browser.get(f"/{cast.slug}").text
    texts = json.loads(page.partition('id="texts">')[2].partition("</script>")[0])
    assert "BørneTelefonen på 116\N{NO-BREAK SPACE}111. Er du i fare, så ring 112." in texts["place"]["nobody"]


@pytest.mark.parametrize(
    "hours, words",
    [
        (AROUND_THE_CLOCK, "Åben hele døgnet"),
        (on(EVERY_DAY, time(11), time(5)), "Åben alle dage kl. 11 til 05"),
        (on(EVERY_DAY, time(18), MIDNIGHT), "Åben alle dage kl. 18 til 24"),
        (on([6], MIDNIGHT, MIDNIGHT), "Åben søndag kl. 00 til 24"),
        (
            on(WEEKDAYS, time(9), time(15, 30)) + on([5], time(10), time(14)),
            "Åben mandag til fredag kl. 09 til 15.30, lørdag kl. 10 til 14",
        ),
        (
            (Opening(0, time(14), time(16)), Opening(0, time(9), time(12)), Opening(2, time(9), time(12))),
            "Åben mandag kl. 09 til 12, kl. 14 til 16, onsdag kl. 09 til 12",
        ),
    ],
)
def test_hours_in_words(flask: Flask, hours: Hours, words: str) -> None:
    with flask.test_request_context():
        assert hours_in_words(hours) == words
