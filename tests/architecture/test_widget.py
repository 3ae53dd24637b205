"""The loader stands alone in other people's pages, so what it shares with the product is held together here."""

import re

from app.domain.availability import AvailabilityState
from app.domain.help_numbers import HELP_NUMBERS
from app.domain.quick_exit import NEUTRAL_PAGE
from tests.architecture.sizes import text

LOADER = text("static/widget.js")
STORES = re.compile(
    r"\b(localStorage|sessionStorage|indexedDB|caches|cookie|serviceWorker|sendBeacon|XMLHttpRequest)\b"
)


def test_its_quick_exit_leads_where_ours_does() -> None:
    assert re.findall(r"^  const NEUTRAL_PAGE = '(.*)';$", LOADER, re.MULTILINE) == [NEUTRAL_PAGE]


def test_it_knows_no_other_address() -> None:
    assert re.findall(r"(?:https?:)?//[a-z][^'\s]*", LOADER) == [NEUTRAL_PAGE]


def test_its_colours_are_those_of_the_system() -> None:
    colours = set(re.findall(r"#[0-9a-f]{3,8}\b|rgb\([^)]*\)", LOADER))
    assert colours
    assert {colour for colour in colours if colour not in text("static/css/tokens.css")} == set()


def test_it_keeps_nothing_and_writes_no_html() -> None:
    assert STORES.findall(LOADER) == []
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|srcdoc", LOADER) == []


def test_it_is_a_classic_script_in_one_closure() -> None:
    assert re.findall(r"^(?:import|export)\b|\bimport\(", LOADER, re.MULTILINE) == []
    code = re.sub(r"\A/\*.*?\*/\s*", "", LOADER, flags=re.DOTALL)
    assert code.startswith("(() => {\n  'use strict';")
    assert code.endswith("})();\n")
    assert re.findall(r"^\S.*$", code, re.MULTILINE) == ["(() => {", "})();"]


def test_it_has_a_word_for_every_state_in_both_languages() -> None:
    danish, english = re.findall(r"^    (?:da|en): \{\n(.*?)^    \},", LOADER, re.MULTILINE | re.DOTALL)
    names = [re.findall(r"(\w+): '", words) for words in (danish, english)]
    assert names[0] == names[1]
    assert {state.value for state in AvailabilityState} <= set(names[0])


def test_the_numbers_that_it_offers_are_verified_ones() -> None:
    offered = re.findall(r"\{ href: '(tel:\d+)' \}", LOADER)
    assert offered == [
        number.address for number in HELP_NUMBERS if number.slug in {"alarmcentralen", "boernetelefonen"}
    ]
    shown = re.findall(r"\b(?:112|116 111)\b", LOADER)
    assert set(shown) == {number.digits for number in HELP_NUMBERS if number.address in offered}
