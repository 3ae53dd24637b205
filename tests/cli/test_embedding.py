"""``flask municipality embed``: who may embed the chat is said exactly, and whatever is not exact is refused."""

import pytest

from app.domain.embedding import MOST_ORIGINS
from tests.cli.conftest import Run

SCHOOL = "https://ungdomsskolen.example"
LIBRARY = "https://biblioteket.example"
SNIPPET = '<script async src="http://127.0.0.1:5000/widget.js" data-municipality="demo"></script>'


@pytest.fixture
def run(flask_command: Run) -> Run:
    """An installation with one municipality."""
    assert flask_command("database", "upgrade").exit_code == 0
    assert flask_command("municipality", "add", "demo", "Demo Kommune").exit_code == 0
    return flask_command


def embed(run: Run, *words: str):
    return run("municipality", "embed", "demo", *words)


def test_nobody_may_before_somebody_is_named(run: Run) -> None:
    answer = embed(run)
    assert answer.exit_code == 0
    assert "No web site may embed the chat of demo." in answer.output


def test_whoever_is_named_may_and_is_told_how(run: Run) -> None:
    for answer in (embed(run, SCHOOL, LIBRARY, SCHOOL), embed(run)):
        assert answer.exit_code == 0, answer.output
        assert answer.output.count(SCHOOL) == answer.output.count(LIBRARY) == 1
        assert SNIPPET in answer.output


def test_the_list_is_the_whole_list(run: Run) -> None:
    embed(run, SCHOOL)
    assert SCHOOL not in embed(run, LIBRARY).output
    assert LIBRARY in embed(run).output
    assert "No web site" in embed(run, "--nowhere").output
    assert "No web site" in embed(run).output


@pytest.mark.parametrize("origin", ["https://*.example", f"{SCHOOL}/unge", "http://ungdomsskolen.example", "*"])
def test_what_is_no_exact_origin_is_explained_and_changes_nothing(run: Run, origin: str) -> None:
    embed(run, LIBRARY)
    answer = embed(run, SCHOOL, origin)
    assert answer.exit_code == 1
    assert f"'{origin}' is no origin." in answer.output
    assert "https://www.example.dk" in answer.output
    assert SCHOOL not in embed(run).output


def test_there_is_a_most(run: Run) -> None:
    many = [f"https://side{number}.example" for number in range(MOST_ORIGINS + 1)]
    assert embed(run, *many[:-1]).exit_code == 0
    answer = embed(run, *many)
    assert answer.exit_code == 1
    assert f"At most {MOST_ORIGINS} origins" in answer.output


def test_both_at_once_is_explained(run: Run) -> None:
    assert "Either name origins or say --nowhere." in embed(run, SCHOOL, "--nowhere").output


def test_a_municipality_that_does_not_exist_is_explained(run: Run) -> None:
    answer = run("municipality", "embed", "nobody", SCHOOL)
    assert answer.exit_code == 1
    assert "no municipality 'nobody'" in answer.output
