"""The database: whole transactions to write in, snapshots to read from, one honest error when it is away."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import make_url
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from app.domain.errors import Code, Refused
from app.domain.events import Announcement
from app.persistence.postgresql import PostgresqlStore
from app.persistence.sqlite import SqliteStore
from app.persistence.unit_of_work import UnitOfWork

Publish = Callable[[Sequence[Announcement]], None]
Era = Callable[[], object]

RETRY_MS = 1000

# SQLite's own error comes from the begin hook, where SQLAlchemy does not translate.
AWAY = (OperationalError, InterfaceError, PoolTimeout, sqlite3.OperationalError)


class Database:
    """What the edges hold.

    ``publish`` hears the announcements of a write after its commit, never before. ``era`` is the clock's.
    """

    def __init__(self, url: str) -> None:
        store = SqliteStore if make_url(url).get_backend_name() == "sqlite" else PostgresqlStore
        self.store: SqliteStore | PostgresqlStore = store(url)
        self.publish: Publish = discard
        self.era: Era = lambda: None

    @contextmanager
    def write(self, *, in_any_era: bool = False) -> Iterator[UnitOfWork]:
        """Open a transaction, commit it at the end of the block, then publish.

        Raises ``Refused(E_UNAVAILABLE)`` when the database cannot be reached or cannot commit, or when the ticker moved
        every lease meanwhile: what was written with the time before would have lapsed. Who may write then says so.
        """
        with unavailable_when_away(), self.store.transaction() as session:
            era = self.era()
            work = UnitOfWork(session)
            yield work
            if not in_any_era and self.era() != era:
                raise Refused(Code.UNAVAILABLE, RETRY_MS)
        if work.erased:
            self.store.owe_scrub()
        if work.announcements:
            self.publish(work.announcements)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a read-only snapshot. It must not outlive the request that asked."""
        with unavailable_when_away(), self.store.snapshot() as session:
            yield session

    def scrub(self) -> bool:
        """Remove what erased rows left behind in the files; False when a reader was in the way: call again."""
        return self.store.scrub()

    def close(self) -> None:
        """Let go of every connection."""
        self.store.close()


@contextmanager
def unavailable_when_away() -> Iterator[None]:
    """Turn the driver's "cannot reach", "locked" and "disk full" into the one error a client can act on."""
    try:
        yield
    except AWAY as error:
        raise Refused(Code.UNAVAILABLE, RETRY_MS) from error


def discard(announcements: Sequence[Announcement]) -> None:
    """Announce to nobody: commands change rows while no page is listening."""
