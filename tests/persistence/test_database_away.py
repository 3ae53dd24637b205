"""A database that cannot be reached is said to be unavailable, quickly, and nothing else."""

import time

from app.domain.errors import Code
from app.persistence.database import Database
from tests.refusal import refusal
from tests.servers.postgresql import free_port


def read(database: Database) -> None:
    with database.read() as session:
        session.connection()


def write(database: Database) -> None:
    with database.write():
        raise AssertionError("nobody can write here")


def test_a_postgresql_that_is_down_is_unavailable() -> None:
    database = Database(f"postgresql+psycopg2://nobody@127.0.0.1:{free_port()}/nothing")
    began = time.monotonic()
    assert refusal(read, database) is Code.UNAVAILABLE
    assert time.monotonic() - began < 6


def test_a_sqlite_file_that_cannot_be_opened_is_unavailable(tmp_path) -> None:
    (tmp_path / "folder.db").mkdir()
    database = Database(f"sqlite:///{tmp_path / 'folder.db'}")
    assert refusal(read, database) is Code.UNAVAILABLE
    assert refusal(write, database) is Code.UNAVAILABLE
