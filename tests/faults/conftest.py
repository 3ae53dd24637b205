"""Installations to be tormented: none of them is shared, and their PostgreSQL forces every commit to the disk."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.faults import installation
from tests.faults.installation import Installation
from tests.servers import postgresql
from tests.servers.postgresql import Postgresql

THREADS = 64  # a fault must not queue behind sign-ins that wait for the server it is to end


@pytest.fixture(scope="session")
def durable_postgres() -> Iterator[Postgresql]:
    """A cluster of which killing is no loss."""
    with postgresql.running(durable=True) as cluster:
        yield cluster


@pytest.fixture
def both(durable_postgres: Postgresql, tmp_path: Path, password_hash: str) -> Iterator[list[Installation]]:
    """One installation on each database, to be tormented at the same time."""
    with (
        installation.on_sqlite(tmp_path, password_hash, municipalities=2) as first,
        installation.on_postgresql(durable_postgres, tmp_path, password_hash, municipalities=2) as second,
    ):
        yield [first, second]


def run(*works: Coroutine[Any, Any, Any]) -> list[Any]:
    """Run several things at the same time and return what each came to."""

    async def together() -> list[Any]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        return await asyncio.gather(*works)

    return asyncio.run(together())
