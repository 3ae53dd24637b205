"""No number to call is typed into a page or a script: a number that changes is changed in one file."""

import re

import pytest

from app.domain.help_numbers import HELP_NUMBERS
from tests.architecture.sizes import kept_files, text

OURS = re.compile(r"(templates/|static/(?!vendor/)).*\.(html|js|css|svg|webmanifest)$")
LOADER = "static/widget.js"  # stands alone in other people's pages; tests/architecture/test_widget.py holds its numbers
PAGES = [name for name in kept_files() if OURS.match(name) and name != LOADER]
SPACE = r"(?:\s|&nbsp;|\\u00a0)?"
SHIPPED = [number.digits.replace(" ", SPACE) for number in HELP_NUMBERS]
DANISH = [rf"\d{{2}}{SPACE}\d{{2}}{SPACE}\d{{2}}{SPACE}\d{{2}}", rf"116{SPACE}\d{{3}}"]
ALONE = rf"(?<![\w.#])(?:{'|'.join([*SHIPPED, *DANISH])})(?![\w%]|\.\d)"
NUMBER = re.compile(rf"{ALONE}|tel:\+?\d")


def test_there_is_something_to_look_at():
    assert "templates/components/help_numbers.html" in PAGES


@pytest.mark.parametrize("name", PAGES)
def test_no_number_is_typed_here(name):
    assert NUMBER.findall(text(name)) == []


@pytest.mark.parametrize(
    "typed",
    ["ring 112", "116 111", "116&nbsp;111", "116\N{NO-BREAK SPACE}006", "tel:70201201", "40 90 11 11", "1888.", "114"],
)
def test_a_typed_number_is_seen(typed):
    assert NUMBER.search(f"<p>{typed} </p>")


@pytest.mark.parametrize("harmless", ["#112233", "1120px", "0.112", "v1888", "&#8230;", "tel:{{ number }}"])
def test_what_is_no_number_is_left_alone(harmless):
    assert not NUMBER.search(harmless)
