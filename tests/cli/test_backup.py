"""Backup and restore: whole, private, and nothing of any young person in it."""

import json
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.persistence import backed_up
from app.persistence.database import Database
from app.persistence.schema import metadata
from app.services import backups
from app.services import sign_in as sign_ins
from tests import cast as casting
from tests.cast import Cast
from tests.cli.conftest import Run, installation
from tests.services.conftest import Evening

UNUSED = "unused.db"
EVERY_TABLE = {*metadata.tables}
TABLES = {
    "municipalities": [
        {
            "id": "hjem",
            "slug": "hjem",
            "name": "Hjem",
            "chat_name": "Hjems chat",
            "embedding_origins": ["https://hjem.example"],
            "time_zone": "Europe/Copenhagen",
            "stage": "open",
        }
    ],
    "staff": [],
    "memberships": [],
}


@pytest.fixture
def run(database_url: str) -> Iterator[Run]:
    """Commands on a migrated database of each kind."""
    yield from installation(database_url)


@pytest.fixture
def cast(database: Database, password_hash: str) -> Cast:
    """Two municipalities and their staff, in that database."""
    return casting.assemble(database, password_hash)


@pytest.fixture
def unused(tmp_path: Path) -> Iterator[Run]:
    """Commands on another database, migrated and unused."""
    for run in installation(f"sqlite:///{tmp_path / UNUSED}"):
        assert run("database", "upgrade").exit_code == 0
        yield run


def test_every_table_is_either_backed_up_or_never() -> None:
    assert {*backed_up.BACKED_UP, *backed_up.NEVER} == EVERY_TABLE
    assert {*backed_up.BACKED_UP} & {*backed_up.NEVER} == set()


@pytest.mark.parametrize("table", backed_up.BACKED_UP)
def test_every_column_of_a_backed_up_table_is_either_kept_or_left_out(table: str) -> None:
    row = backups.Tables.__annotations__[table].__args__[0]
    kept = [column.name for column in backed_up.columns(table)]
    assert kept == list(row.__struct_fields__)
    left_out = backed_up.LEFT_OUT.get(table, frozenset())
    assert {*kept} | left_out == {column.name for column in metadata.tables[table].columns}


def test_an_installation_begins_again_from_its_backup(run: Run, unused: Run, cast: Cast, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert run("backup", str(first)).exit_code == 0
    answer = unused("restore", str(first))
    assert answer.output == "Restored 2 municipalities, 4 staff, 4 memberships.\n"
    assert unused("backup", str(second)).exit_code == 0
    assert first.read_bytes() == second.read_bytes()


def test_what_was_restored_works(run: Run, unused: Run, cast: Cast, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "backup.json"))
    unused("restore", str(tmp_path / "backup.json"))
    restored = Database(f"sqlite:///{tmp_path / UNUSED}")
    evening = Evening(restored, cast)
    evening.goes_on_duty(cast.alex)
    evening.joins()
    with restored.read() as session:
        assert sign_ins.credentials_of(session, cast.alex.email).staff_id == cast.alex.id
    restored.close()


def test_a_backup_holds_nothing_of_an_evening(run: Run, database: Database, cast: Cast, tmp_path: Path) -> None:
    evening = Evening(database, cast)
    evening.goes_on_duty(cast.alex)
    noor = evening.joins()
    with database.write() as work:
        token = sign_ins.open_session(work, cast.alex.id, datetime.now(UTC))
    run("backup", str(tmp_path / "backup.json"))
    written = (tmp_path / "backup.json").read_text()
    assert set(json.loads(written)["tables"]) == {"municipalities", "staff", "memberships"}
    for secret in (noor.conversation_id, token, '"console"'):
        assert secret not in written


def test_only_its_owner_can_read_it_and_nothing_else_is_left_in_the_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    run("backup", str(folder / "backup.json"))
    assert [file.name for file in folder.iterdir()] == ["backup.json"]
    assert stat.S_IMODE((folder / "backup.json").stat().st_mode) == 0o600


def test_no_earlier_file_is_overwritten(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    file.write_text("an earlier one")
    answer = run("backup", str(file))
    assert (answer.exit_code, file.read_text()) == (1, "an earlier one")
    assert "exists already" in answer.output


def test_a_folder_that_is_not_there_is_explained(run: Run, tmp_path: Path) -> None:
    answer = run("backup", str(tmp_path / "nowhere" / "backup.json"))
    assert (answer.exit_code, answer.exception.__class__) == (1, SystemExit)
    assert "cannot be written: No such file or directory." in answer.output
    answer = run("restore", str(tmp_path / "nowhere" / "backup.json"))
    assert "cannot be read: No such file or directory." in answer.output


def test_a_database_in_use_is_left_alone(run: Run, database: Database, cast: Cast, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "backup.json"))
    before = contents(database)
    answer = run("restore", str(tmp_path / "backup.json"))
    assert answer.exit_code == 1
    assert "This database is in use already" in answer.output
    assert contents(database) == before


@pytest.mark.parametrize("table", sorted(EVERY_TABLE))
def test_a_row_in_any_table_is_use_but_for_what_a_server_writes_by_itself(
    unused: Run, tmp_path: Path, table: str
) -> None:
    fill(tmp_path / UNUSED, table)
    file = tmp_path / "backup.json"
    file.write_text(json.dumps(document()))
    assert (unused("restore", str(file)).exit_code == 0) is (table == "last_runs")


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"version": 2},
        {"tables": {**TABLES, "conversations": []}},
        {"tables": {name: rows for name, rows in TABLES.items() if name != "staff"}},
        {"tables": {**TABLES, "municipalities": TABLES["municipalities"] * 2}},
        {"tables": {**TABLES, "municipalities": [{**TABLES["municipalities"][0], "stage": "wide open"}]}},
        {"tables": {**TABLES, "municipalities": [{**TABLES["municipalities"][0], "slug": "console"}]}},
        {"tables": {**TABLES, "staff": [{"id": "alex", "email": "a@x.example"}]}},
        {"tables": {**TABLES, "memberships": [{"staff_id": "kim", "municipality_id": "hjem", "role": "admin"}]}},
    ],
)
def test_what_is_no_backup_of_ours_changes_nothing(unused: Run, tmp_path: Path, change: dict) -> None:
    file = tmp_path / "backup.json"
    file.write_text(json.dumps(document() | change))
    answer = unused("restore", str(file))
    assert answer.output == f"Error: {file} is not a backup that this version can read.\n"
    file.write_text(json.dumps(document()))
    assert unused("restore", str(file)).exit_code == 0, "the refused one left something"


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{", b"SQLite format 3\0"])
def test_what_is_no_document_is_explained(unused: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "backup.json"
    file.write_bytes(content)
    assert "is not a backup that this version can read" in unused("restore", str(file)).output


def document() -> dict:
    """Return a backup as somebody might have written it by hand."""
    return {"format": backups.FORMAT, "version": backups.VERSION, "tables": TABLES}


def contents(database: Database) -> dict[str, list]:
    """Return everything that a database holds."""
    with database.read() as session:
        return {name: session.execute(select(table)).all() for name, table in metadata.tables.items()}


def fill(file: Path, table: str) -> None:
    """Put one row into a table, whatever else would have to be there with it."""
    with closing(sqlite3.connect(file)) as connection, connection:
        kinds = [kind for _, _, kind, *_ in connection.execute(f"PRAGMA table_info({table})")]
        row = [1 if kind in {"INTEGER", "BOOLEAN"} else "2026-11-26 18:00:00" for kind in kinds]
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
