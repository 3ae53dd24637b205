"""The table of mutants in docs/reliability.md is the catalogue."""

from tests.architecture.sizes import text
from tests.mutants import page


def test_every_mutant_stands_on_the_page_as_it_is() -> None:
    assert page.tables() in text("docs/reliability.md"), "print them anew: python -m tests.mutants.page"
