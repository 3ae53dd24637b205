"""One installation to be tormented: a server process of its own, on a database of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.persistence import migrations
from app.persistence.database import Database
from tests import cast as casting
from tests.cast import Cast
from tests.faults.moving_clock import MovingClock
from tests.servers.postgresql import Postgresql, free_port
from tests.servers.process import ServerProcess

MUNICIPALITIES = 1


@dataclass(frozen=True, slots=True)
class Installation:
    """``cluster``: where a PostgreSQL lives; ``home``: a SQLite's folder; ``clock``: its own, if that moves."""

    name: str
    server: ServerProcess
    casts: list[Cast]
    home: Path | None = None
    cluster: Postgresql | None = None
    clock: MovingClock | None = None


@contextmanager
def on_both(
    cluster: Postgresql,
    folder: Path,
    password_hash: str,
    *,
    database: Path | None = None,
    by_moving_clocks: bool = False,
) -> Iterator[list[Installation]]:
    """Serve one from a file and one from a cluster, each by a clock of its own."""
    first, second = (MovingClock(folder / f"clock-{n}") if by_moving_clocks else None for n in (1, 2))
    with (
        on_sqlite(folder, password_hash, database=database, clock=first) as on_file,
        on_postgresql(cluster, folder, password_hash, clock=second) as on_cluster,
    ):
        yield [on_file, on_cluster]


@contextmanager
def on_sqlite(
    folder: Path, password_hash: str, *, database: Path | None = None, clock: MovingClock | None = None
) -> Iterator[Installation]:
    """Serve from a file, in a folder of its own unless one is given."""
    home = database or folder / "database"
    home.mkdir(exist_ok=True)
    with _serving(f"sqlite:///{home / 'lyttepunkt.db'}", folder / "sqlite.txt", clock) as server:
        yield Installation("sqlite", server, _casts(server, password_hash), home=home, clock=clock)


@contextmanager
def on_postgresql(
    cluster: Postgresql, folder: Path, password_hash: str, *, clock: MovingClock | None = None
) -> Iterator[Installation]:
    """Serve from a fresh database of a cluster."""
    with _serving(cluster.create_database(), folder / "postgresql.txt", clock) as server:
        yield Installation("postgresql", server, _casts(server, password_hash), cluster=cluster, clock=clock)


@contextmanager
def _serving(url: str, output: Path, clock: MovingClock | None) -> Iterator[ServerProcess]:
    migrations.upgrade(url)
    server = ServerProcess(url, free_port(), output, **(clock.environment if clock else {}))
    server.start()
    yield server
    server.stop()


def _casts(server: ServerProcess, password_hash: str) -> list[Cast]:
    database = Database(server.database_url)
    try:
        return [casting.assemble(database, password_hash) for _ in range(MUNICIPALITIES)]
    finally:
        database.close()
