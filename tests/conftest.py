"""Real components for every layer: both databases, a real server process."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from app.persistence import migrations
from app.persistence.database import Database
from tests.cast import PASSWORD
from tests.servers import postgresql
from tests.servers.postgresql import Postgresql, free_port
from tests.servers.process import ServerProcess

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgresql]:
    """One PostgreSQL for the whole run."""
    with postgresql.running() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def password_hash() -> str:
    """The cast's password, hashed as cheaply as argon2id allows: signing in is not what most tests are about."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@pytest.fixture(params=BACKENDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without a schema, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    cluster: Postgresql = request.getfixturevalue("postgres")
    return cluster.create_database()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    path = tmp_path_factory.mktemp("template") / "lyttepunkt.db"
    migrations.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgresql) -> str:
    """The name of a migrated database to copy."""
    url = postgres.create_database()
    migrations.upgrade(url)
    return url.rpartition("/")[2]


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh migrated database, once of each kind."""
    return migrated_url(request, tmp_path)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh migrated database, once of each kind."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session", params=BACKENDS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A running server, once on each kind of database."""
    folder = tmp_path_factory.mktemp("server")
    yield from serving(request, folder)


def serving(request: pytest.FixtureRequest, folder: Path, **environment: str) -> Iterator[ServerProcess]:
    """Run a server on a migrated database of the kind that the test is parametrised with."""
    running = ServerProcess(migrated_url(request, folder), free_port(), folder / "output.txt", **environment)
    running.start()
    yield running
    running.stop()


def migrated_url(request: pytest.FixtureRequest, folder: Path) -> str:
    """Copy a migrated database of the kind that the test is parametrised with."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        return f"sqlite:///{shutil.copy(template, folder)}"
    cluster: Postgresql = request.getfixturevalue("postgres")
    return cluster.create_database(request.getfixturevalue("postgres_template"))
