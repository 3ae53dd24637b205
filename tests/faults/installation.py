"""One installation to be tormented: a server process of its own, on a database of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.persistence import migrations
from app.persistence.database import Database
from tests import cast as casting
from tests.cast import Cast
from tests.servers.postgresql import Postgresql, free_port
from tests.servers.process import ServerProcess


@dataclass(frozen=True, slots=True)
class Installation:
    """``cluster`` is where the database lives, if it is a PostgreSQL; ``file`` if it is a SQLite."""

    name: str
    server: ServerProcess
    casts: list[Cast]
    file: Path | None = None
    cluster: Postgresql | None = None


@contextmanager
def on_sqlite(folder: Path, password_hash: str, municipalities: int, **environment: str) -> Iterator[Installation]:
    """Serve from a file in a folder."""
    file = folder / "database" / "lyttepunkt.db"
    file.parent.mkdir()
    server = _server(f"sqlite:///{file}", folder, "sqlite", environment)
    with _serving(server):
        yield Installation("sqlite", server, _casts(server, password_hash, municipalities), file=file)


@contextmanager
def on_postgresql(
    cluster: Postgresql, folder: Path, password_hash: str, municipalities: int, **environment: str
) -> Iterator[Installation]:
    """Serve from a fresh database of a cluster."""
    server = _server(cluster.create_database(), folder, "postgresql", environment)
    with _serving(server):
        yield Installation("postgresql", server, _casts(server, password_hash, municipalities), cluster=cluster)


def _server(url: str, folder: Path, name: str, environment: dict[str, str]) -> ServerProcess:
    migrations.upgrade(url)
    return ServerProcess(url, free_port(), folder / f"{name}.txt", **environment)


@contextmanager
def _serving(server: ServerProcess) -> Iterator[None]:
    server.start()
    yield
    server.stop()


def _casts(server: ServerProcess, password_hash: str, municipalities: int) -> list[Cast]:
    database = Database(server.database_url)
    try:
        return [casting.assemble(database, password_hash) for _ in range(municipalities)]
    finally:
        database.close()
