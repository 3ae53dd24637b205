"""What counts as caught: a test that failed, and nothing else that can go wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mutants.mutant import Mutant, NotApplicable
from tests.mutants.runner import Runner, runner
from tests.mutants.suite_run import BROKEN, GREEN, RED, SKIPPED

TESTS = """
import pytest

@pytest.fixture
def broken():
    raise RuntimeError

@pytest.fixture
def untidy():
    yield
    raise RuntimeError

def test_that_holds(): pass
def test_that_fails(): assert False
def test_that_fails_and_is_untidy(untidy): assert False
def test_that_is_untidy(untidy): pass
def test_that_cannot_begin(broken): pass
def test_that_is_left_out(): pytest.skip("reason")
"""

HALVING = Mutant("chapter", "halving", "Half is lost.", "file", "whole", "half", ())


@pytest.fixture(scope="module")
def process() -> Iterator[Runner]:
    """One process to run in."""
    with runner(1) as started:
        yield started


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with settings like ours and nothing in it yet."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\ntimeout = 60\n")
    return tmp_path


def test_only_a_test_that_failed_is_red(process: Runner, tree: Path) -> None:
    (tree / "tests" / "test_all.py").write_text(TESTS)
    run = process.run(tree, tree, ["tests/test_all.py"])
    assert run.code == 1
    assert {name.partition("::test_that_")[2]: outcome for name, outcome in run.outcomes.items()} == {
        "holds": GREEN,
        "fails": RED,
        "fails_and_is_untidy": RED,
        "is_untidy": BROKEN,
        "cannot_begin": BROKEN,
        "is_left_out": SKIPPED,
    }


@pytest.mark.parametrize("content", ["import nothing_of_that_name", "this is no Python", ""])
def test_a_tree_that_cannot_be_collected_catches_nothing(process: Runner, tree: Path, content: str) -> None:
    (tree / "tests" / "test_all.py").write_text(content)
    run = process.run(tree, tree, ["tests/test_all.py::test_that_fails"])
    assert run.code not in {0, 1}
    assert run.named(RED) == set()


@pytest.mark.parametrize("source", ["nothing of it", "whole and whole"])
def test_a_change_that_fits_nowhere_or_twice_is_refused(source: str) -> None:
    with pytest.raises(NotApplicable, match=r"halving.*must stand there once"):
        HALVING.changed(source)
