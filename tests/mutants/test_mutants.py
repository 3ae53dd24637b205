"""The suite holds what it promises to hold: with one promise broken on purpose, the tests that name it turn red."""

import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.architecture.sizes import text
from tests.mutants.mutant import Mutant, load
from tests.mutants.suite_run import BROKEN, RED, SKIPPED, SuiteRun

MUTANTS = load()

every_mutant = pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])

pytestmark = pytest.mark.timeout(600)  # the first of these tests waits for the unchanged copy


def test_names_are_given_once() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


@every_mutant
def test_a_mutant_changes_one_place(mutant: Mutant) -> None:
    assert mutant.changed(text(mutant.file)) != text(mutant.file)


def test_a_mutant_is_a_fault_and_no_nonsense(tmp_path: Path) -> None:
    for mutant in MUTANTS:
        (tmp_path / f"{mutant.name}.py").write_text(mutant.changed(text(mutant.file)), encoding="utf-8")
    # What does not parse, or names what is not there, would turn any test red.
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "F821,E9", str(tmp_path)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_without_a_mutant_the_chosen_tests_are_green(unchanged: SuiteRun) -> None:
    assert (unchanged.code, unchanged.named(RED) | unchanged.named(BROKEN)) == (0, set()), unchanged.output


@every_mutant
def test_a_mutant_is_caught(mutant: Mutant, unchanged: SuiteRun, runs: dict[str, Future[SuiteRun]]) -> None:
    needing = unchanged.named(SKIPPED) & set(mutant.noticed_by)
    if needing:
        pytest.skip(f"something real is missing that {', '.join(sorted(needing))} needs")
    run = runs[mutant.name].result()
    survived = set(mutant.noticed_by) - run.named(RED)
    assert (run.code, survived) == (1, set()), f"{mutant.breaks} And nobody says so.\n{run.output}"
    print(f"{run.seconds:5.1f} s  {mutant.name}: {', '.join(mutant.noticed_by)}")
