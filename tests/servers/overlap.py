"""Two transactions on PostgreSQL that meet at the worst moment, every time."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, get_ident
from typing import Any

from sqlalchemy import Connection, event, text

from app.domain.errors import Refused
from app.persistence.database import Database

PATIENCE = 10  # seconds

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def overlapping(database: Database, first: Callable[[], Any], second: Callable[[], Any]) -> tuple[Any, Any]:
    """Run ``second`` while ``first`` has done everything but commit; it commits once ``second`` is stuck or through.

    Returns what each of them returned, or the code it was refused with.
    """
    with ThreadPoolExecutor(2) as threads:
        held = _Held(database)
        one = threads.submit(held.run, first)
        wait_until(lambda: held.is_about_to_commit.is_set() or one.done())
        held.other = threads.submit(second)
        held.other_started.set()
        return _outcome(one), _outcome(held.other)


class _Held:
    """Keeps the transaction of one thread open until the other thread can do no more beside it."""

    other: Future[Any]

    def __init__(self, database: Database) -> None:
        self._engine = database.store._engine
        self.is_about_to_commit = Event()
        self.other_started = Event()
        self._thread: int | None = None

    def run(self, action: Callable[[], Any]) -> Any:
        self._thread = get_ident()
        event.listen(self._engine, "commit", self._hold)
        try:
            return action()
        finally:
            event.remove(self._engine, "commit", self._hold)

    def _hold(self, connection: Connection) -> None:
        if get_ident() == self._thread:
            self.is_about_to_commit.set()
            assert self.other_started.wait(PATIENCE)
            # PostgreSQL shows one transaction one picture of its activity; without one, each look is fresh.
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as onlooker:
                wait_until(lambda: self.other.done() or onlooker.execute(text(WAITING)).scalar_one())


def wait_until(is_so: Callable[[], Any]) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)


def _outcome(future: Future[Any]) -> Any:
    try:
        return future.result(PATIENCE)
    except Refused as refusal:
        return refusal.code
