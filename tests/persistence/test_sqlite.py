"""SQLite as this project needs it: durable, alone in its write window, and forgetful."""

import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import Code
from app.persistence import sqlite
from app.persistence.database import Database
from app.persistence.write_window import IoInTransaction
from tests import cast as casting
from tests.refusal import refusal

CANARY = "kanariefugl-i-databasen"


@pytest.fixture
def path(sqlite_template: Path, tmp_path: Path) -> Path:
    """A fresh migrated file."""
    copy = tmp_path / "lyttepunkt.db"
    copy.write_bytes(sqlite_template.read_bytes())
    return copy


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """The database in that file."""
    opened = Database(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "pragma, value", [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)]
)
def test_both_engines_are_set_up_on_purpose(database: Database, pragma: str, value: object) -> None:
    with database.write() as work:
        assert work.session.execute(text(f"PRAGMA {pragma}")).scalar() == value
    with database.read() as session:
        assert session.execute(text(f"PRAGMA {pragma}")).scalar() == value


@pytest.mark.parametrize(
    "wait",
    [
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: subprocess.run(["true"], check=True),
    ],
)
def test_nothing_may_wait_between_begin_and_commit(database: Database, wait: Callable[[], object]) -> None:
    with pytest.raises(IoInTransaction), database.write():
        wait()


def test_outside_a_transaction_waiting_is_allowed(database: Database) -> None:
    with database.write():
        pass
    subprocess.run(["true"], check=True)


def test_another_thread_may_wait_meanwhile(database: Database) -> None:
    waited = threading.Event()

    def wait() -> None:
        subprocess.run(["true"], check=True)
        waited.set()

    with database.write():
        other = threading.Thread(target=wait)
        other.start()
        other.join()
    assert waited.is_set()


def test_writers_take_turns(database: Database) -> None:
    cast = casting.assemble(database, "no password at all")

    def count_up() -> None:
        for _ in range(20):
            with database.write() as work:
                work.session.execute(text("UPDATE waiting_lines SET version = version + 1"))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        query = text("SELECT version FROM waiting_lines WHERE municipality_id = :id")
        assert session.execute(query, {"id": cast.municipality_id}).scalar() == 80


def test_another_process_that_writes_is_waited_for(database: Database, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.2, lambda: other.execute("COMMIT")).start()
    casting.assemble(database, "no password at all")
    other.close()


def test_another_process_that_never_finishes_gives_an_honest_error(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refusal(casting.assemble, database, "no password at all") is Code.UNAVAILABLE
    other.close()


def test_writers_behind_one_that_waits_do_not_wait_twice(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.5)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def write() -> None:
        began = time.monotonic()
        assert refusal(casting.assemble, database, "no password at all") is Code.UNAVAILABLE
        waits.append(time.monotonic() - began)

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert len(waits) == 3
    assert max(waits) < 0.9


def test_what_is_erased_stands_in_no_file(database: Database, path: Path) -> None:
    cast = casting.assemble(database, CANARY)
    assert CANARY in everything_in(path)
    erase_staff(database)
    assert database.scrub()
    assert CANARY not in everything_in(path)
    assert cast.slug in everything_in(path)


def test_a_scrub_that_a_reader_hinders_is_owed_and_repeated(database: Database, path: Path) -> None:
    database.scrub()
    casting.assemble(database, CANARY)
    with database.read() as session:
        session.execute(text("SELECT count(*) FROM staff")).scalar()
        erase_staff(database)
        assert not database.scrub()
    assert database.scrub()
    assert CANARY not in everything_in(path)


def test_a_scrub_outwaits_a_reader_who_is_only_passing(database: Database, path: Path) -> None:
    casting.assemble(database, CANARY)
    erase_staff(database)
    with ExitStack() as reader:
        reader.enter_context(database.read()).execute(text("SELECT count(*) FROM staff")).scalar()
        threading.Timer(0.05, reader.close).start()
        assert database.scrub()
    assert CANARY not in everything_in(path)


def test_a_scrub_that_fails_is_still_owed(database: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    casting.assemble(database, CANARY)
    with monkeypatch.context() as broken:
        broken.setattr(database.store._writer, "raw_connection", fail)
        with pytest.raises(sqlite3.OperationalError):
            database.scrub()
    with database.write() as work:
        work.session.execute(text("DELETE FROM memberships"))
        work.session.execute(text("DELETE FROM staff"))
    assert database.scrub()
    assert CANARY not in everything_in(path)


def fail() -> None:
    raise sqlite3.OperationalError("disk I/O error")


def everything_in(path: Path) -> str:
    """Return what stands in all of a database's files, readable or not."""
    files = sorted(path.parent.glob(f"{path.name}*"))
    return "".join(file.read_bytes().decode("latin-1") for file in files)


def erase_staff(database: Database) -> None:
    with database.write() as work:
        work.session.execute(text("DELETE FROM memberships"))
        work.session.execute(text("DELETE FROM staff"))
        work.erased = True
