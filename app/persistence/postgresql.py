"""PostgreSQL: the same transactions from a pool, with row locks where SQLite has its one writer."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

# An unreachable server must be noticed in seconds; the operating system's own patience is 45 s and more.
CONNECT_ARGS = {
    "connect_timeout": 5,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
}


class PostgresqlStore:
    """One engine; a snapshot is a transaction that is told not to write."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(
            url,
            pool_size=10,
            max_overflow=10,
            pool_timeout=2,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=CONNECT_ARGS,
        )
        self._read_only = self._engine.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a read-committed transaction and commit it at the end of the block."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Open a transaction that can only read, and in which every statement sees the same state."""
        with Session(self._read_only) as session:
            yield session

    def owe_scrub(self) -> None:
        """Nothing is owed: dead rows are PostgreSQL's own to vacuum (docs/operations.md says what that means)."""

    def scrub(self) -> bool:
        """There is no file of ours to clean."""
        return True

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()
