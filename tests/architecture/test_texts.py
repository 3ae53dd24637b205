"""Every text that a young person or a visitor can read exists in English, and none stands outside the catalogue."""

import re

import pytest

from tests.architecture import catalogue
from tests.architecture.sizes import kept_files, text

ENGLISH = catalogue.english()
GAP = re.compile(r"%\(\w+\)\w|\{\w+\}")
SCRIPTS = [name for name in kept_files() if re.match(r"static/js/.*\.js$", name)]
COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"`])//[^\n]*", re.DOTALL)
QUOTED = re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`")
DANISH = re.compile(r"[æøåÆØÅ]|\b(?:og|ikke|du|jeg|det|er|til|med|som|har|kan)\b", re.IGNORECASE)


def test_the_catalogue_has_what_the_templates_say_and_nothing_else() -> None:
    found = {message.id for message in catalogue.extracted() if message.id}
    assert len(found) > 50
    assert_none(found - {message.id for message in ENGLISH}, "is not in the catalogue")
    assert_none({message.id for message in ENGLISH if message.id} - found, "is said nowhere any more")
    assert_none(set(ENGLISH.obsolete), "is said nowhere any more")
    assert catalogue.PO.read_text(encoding="utf-8") == catalogue.up_to_date(), "make texts brings it into its one shape"


def test_every_text_has_an_english_one_that_somebody_stands_by() -> None:
    assert_none(set(catalogue.untranslated(ENGLISH)), "has no English")


def assert_none(texts: set[str], problem: str) -> None:
    """List what is wrong, a text a line, and what helps."""
    listed = "\n".join(sorted(texts))
    assert not texts, f"{problem} (run make texts, then write in {catalogue.PO.name}):\n{listed}"


@pytest.mark.parametrize("message", [message for message in ENGLISH if message.id], ids=lambda message: message.id[:40])
def test_the_same_gaps_are_to_be_filled_in_both(message) -> None:
    assert sorted(GAP.findall(message.id)) == sorted(GAP.findall(message.string))


def test_what_the_server_reads_is_what_was_written() -> None:
    assert catalogue.MO.read_bytes() == catalogue.compiled(ENGLISH), "make texts compiles it"


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_says_nothing_that_its_template_did_not_give_it(name) -> None:
    code = COMMENT.sub("", text(name))
    assert [words for words in QUOTED.findall(code) if DANISH.search(words)] == []
