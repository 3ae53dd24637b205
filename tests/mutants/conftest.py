"""The chosen tests in an unchanged copy, where they must be green, and in a copy with each mutant, two at a time."""

import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.mutants.laboratory import Laboratory
from tests.mutants.mutant import Mutant
from tests.mutants.runner import runner
from tests.mutants.suite_run import SuiteRun

AT_ONCE = 2
UNCHANGED = "unchanged"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests caught each mutant, and how long that took."""
    passed = [report for report in terminalreporter.getreports("passed") if "/test_mutants.py" in report.nodeid]
    caught = [line for report in passed for line in report.capstdout.splitlines()]
    if caught:
        terminalreporter.section(f"{len(caught)} mutants caught")
        for line in caught:
            terminalreporter.write_line(line)


@pytest.fixture(scope="module")
def chosen(request: pytest.FixtureRequest) -> list[Mutant]:
    """The mutants that this run of the suite asks for: with ``-k`` only some."""
    calls = (getattr(item, "callspec", None) for item in request.session.items if item.path == request.path)
    mutants = (call.params["mutant"] for call in calls if call and "mutant" in call.params)
    return list({mutant.name: mutant for mutant in mutants}.values())


@pytest.fixture(scope="module")
def runs(chosen: list[Mutant], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[SuiteRun]]]:
    """What comes of the chosen tests, by mutant: all of them unchanged, with each mutant those that must notice it."""
    folder = tmp_path_factory.mktemp("mutants")
    tests = sorted({test for mutant in chosen for test in mutant.noticed_by})
    with runner(AT_ONCE) as processes:
        laboratory = Laboratory(processes, folder, tests)
        threads = ThreadPoolExecutor(AT_ONCE)
        unchanged = {UNCHANGED: threads.submit(laboratory.run, None, tests)}
        yield unchanged | {one.name: threads.submit(laboratory.run, one, one.noticed_by) for one in chosen}
        threads.shutdown(cancel_futures=True)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def unchanged(runs: dict[str, Future[SuiteRun]]) -> SuiteRun:
    """What came of the chosen tests without any mutant."""
    return runs[UNCHANGED].result()
