"""Installations to be tormented: none of them is shared, and their PostgreSQL forces every commit to the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import installation
from tests.faults.installation import Installation
from tests.servers import postgresql
from tests.servers.postgresql import Postgresql

HERE = Path(__file__).parent
SECONDS = 300


@pytest.fixture(scope="session")
def durable_postgres() -> Iterator[Postgresql]:
    """A cluster of which killing is no loss."""
    with postgresql.running(durable=True) as cluster:
        yield cluster


@pytest.fixture
def both(durable_postgres: Postgresql, tmp_path: Path, password_hash: str) -> Iterator[list[Installation]]:
    """One installation on each database, to be tormented at the same time."""
    with installation.on_both(durable_postgres, tmp_path, password_hash) as served:
        yield served


@pytest.fixture
def both_by_moving_clocks(
    durable_postgres: Postgresql, tmp_path: Path, password_hash: str
) -> Iterator[list[Installation]]:
    """One installation on each database, each living by a clock that can be moved."""
    with installation.on_both(durable_postgres, tmp_path, password_hash, by_moving_clocks=True) as served:
        yield served


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let an evening end by a patience of its own, which says what it waited for, however busy the machine is."""
    for item in items:
        if item.path.parent == HERE and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(SECONDS))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what each evening came to, also when nothing was lost: a figure nobody sees proves nothing."""
    passed = [report for report in terminalreporter.getreports("passed") if "/faults/" in report.nodeid]
    figures = [line for report in passed for line in report.capstdout.splitlines()]
    if figures:
        terminalreporter.section("what befell the server, and what was lost")
        for line in figures:
            terminalreporter.write_line(line)
