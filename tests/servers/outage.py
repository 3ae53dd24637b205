"""A database that goes away under a running server, and comes back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.pool import NullPool

GOODBYE_MS = 5000


@contextmanager
def outage_of(address: str) -> Iterator[None]:
    """Take a database away for as long as the block lasts.

    A PostgreSQL lets nobody in and throws everyone out. A SQLite file cannot go away under an open connection; another
    process that never finishes writing is what it has instead: reading goes on, writing does not.
    """
    url = make_url(address)
    with _locked(url) if url.get_backend_name() == "sqlite" else _shut(url):
        yield


@contextmanager
def _locked(url: URL) -> Iterator[None]:
    with closing(sqlite3.connect(str(url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _shut(url: URL) -> Iterator[None]:
    engine = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as operator:
        operator.execute(text(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS false"))
        everyone = text("SELECT pg_terminate_backend(pid, :ms) FROM pg_stat_activity WHERE datname = :name")
        operator.execute(everyone, {"ms": GOODBYE_MS, "name": url.database})
        try:
            yield
        finally:
            operator.execute(text(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS true"))
