"""SQLite: one writer, many readers, every commit on the disk before it is believed."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from app.persistence.write_window import no_io

PATIENCE = 5.0  # seconds a writer waits for its turn, here and in the file together
PAUSE = 0.005  # seconds between two tries
SCRUB_PATIENCE = 0.25

PRAGMAS = ("synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "busy_timeout=0")


class SqliteStore:
    """Two engines on one file: a single writing connection behind a lock, and a pool that can only read."""

    def __init__(self, url: str) -> None:
        path = make_url(url).database
        if path:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._writer = _engine(url, size=1)
        self._reader = _engine(url, size=5)
        self._lock = Lock()
        self._deadline = 0.0  # of whoever holds the lock
        self._scrub_owed = True  # a killed process may have left erased rows in the write-ahead log
        event.listen(self._writer, "begin", self._begin_immediate)
        event.listen(self._reader, "begin", _begin_read_only)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Be the one writer. Between BEGIN and COMMIT nothing may wait for anything else."""
        with self._turn(), self._afresh_if_read_only(), Session(self._writer, expire_on_commit=False) as session:
            session.connection()
            with no_io():
                yield session
                session.commit()

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Read the last committed state, beside the writer."""
        with Session(self._reader) as session:
            yield session

    def owe_scrub(self) -> None:
        """Remember that erased rows still stand in the write-ahead log."""
        self._scrub_owed = True

    def scrub(self) -> bool:
        """Fold the write-ahead log into the file (whose freed pages are zeroed) and truncate it.

        Whoever reads at that moment hinders it. Reading is short, so it is tried again for a while, and writers go in
        between. Returns False when a reader stayed all the time, so that the caller tries again later.
        """
        deadline = time.monotonic() + SCRUB_PATIENCE
        while self._scrub_owed and self._is_hindered():
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE)
        return True

    def close(self) -> None:
        """Let go of every connection."""
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Be next in this process. Whoever queues behind one that waits for the file must not wait twice."""
        deadline = time.monotonic() + PATIENCE
        if not self._lock.acquire(timeout=PATIENCE):
            raise sqlite3.OperationalError("other writers of this process are in the way")
        try:
            self._deadline = deadline
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _afresh_if_read_only(self) -> Iterator[None]:
        """Let go of a file that cannot be written: it stays read-only for as long as this process holds it open."""
        try:
            yield
        except (OperationalError, sqlite3.OperationalError) as error:
            code = getattr(getattr(error, "orig", error), "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            if code & 0xFF == sqlite3.SQLITE_READONLY:
                self.close()
            raise

    def _is_hindered(self) -> bool:
        with self._turn(), closing(self._writer.raw_connection()) as connection:
            busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._scrub_owed = bool(busy)
        return self._scrub_owed

    def _begin_immediate(self, connection: Connection) -> None:
        """Wait cooperatively for another process's write: SQLite's own busy handler would stop every greenlet."""
        driver = connection.connection.driver_connection
        assert driver is not None
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > self._deadline:
                    raise
            time.sleep(PAUSE)


def _engine(url: str, *, size: int) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=PATIENCE,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 0},
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, record: Any) -> None:
    # The driver's own BEGIN comes too late and is not IMMEDIATE; SQLAlchemy's begin event does it instead.
    connection.isolation_level = None
    # The file remembers its mode; setting it again would need a lock that another process may hold.
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode=WAL")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_read_only(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA query_only=ON")
    driver.execute("BEGIN")
