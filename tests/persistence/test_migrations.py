"""Migrations: up, down and up again, with data, and the models say the same as the schema."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from app.persistence import migrations
from app.persistence.database import Database
from app.persistence.schema import TABLES, metadata
from tests import cast as casting


def test_the_models_and_the_newest_schema_are_the_same(empty_url: str) -> None:
    migrations.upgrade(empty_url)
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_up_down_and_up_again_with_data_in_it(empty_url: str) -> None:
    migrations.upgrade(empty_url)
    write_a_cast(empty_url)
    migrations.downgrade(empty_url, "base")
    assert migrations.current_revision(empty_url) is None
    migrations.upgrade(empty_url)
    write_a_cast(empty_url)
    assert migrations.current_revision(empty_url) == migrations.head_revision()


def test_running_conversations_keep_their_counsellor_through_the_second_migration(empty_url: str) -> None:
    migrations.upgrade(empty_url, "0001")
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        for statement in AN_EVENING_AT_0001:
            connection.execute(text(statement))
    migrations.upgrade(empty_url, "0002")
    with engine.connect() as connection:
        desks = connection.execute(text("SELECT id, desk_id, slot FROM conversations ORDER BY id")).all()
        pairings = connection.execute(text("SELECT conversation_id, epoch, staff_id, cid, seq FROM pairings")).all()
        served = connection.execute(text("SELECT staff_id, municipality_id FROM served_municipalities")).all()
    assert desks == [("c1", "alex", 1), ("c2", "alex", 2), ("c3", None, None)]
    assert sorted(pairings) == [(f"c{number}", 1, "alex", f"cid{number}", 2) for number in (1, 2, 3)]
    assert served == [("alex", "hjem")]
    migrations.downgrade(empty_url, "0001")
    with engine.connect() as connection:
        accepts = connection.execute(text("SELECT id, accept_cid FROM conversations ORDER BY id")).all()
        duty = connection.execute(text("SELECT staff_id, municipality_id, capacity FROM duties")).all()
    engine.dispose()
    assert accepts == [("c1", "cid1"), ("c2", "cid2"), ("c3", "cid3")]
    assert duty == [("alex", "hjem", 3)]


def test_upgrading_twice_changes_nothing(empty_url: str) -> None:
    migrations.upgrade(empty_url)
    write_a_cast(empty_url)
    migrations.upgrade(empty_url)
    assert migrations.current_revision(empty_url) == migrations.head_revision()


def test_the_schema_module_knows_every_table() -> None:
    assert {table.__tablename__ for table in TABLES} == set(metadata.tables)


A_CONVERSATION = """
    INSERT INTO conversations VALUES ('c{0}', 'hjem', 'hash{0}', 'da', '{1}', 2, {0}, false, '2026-11-26 18:00:00',
    '2026-11-26 18:00:00', NULL, 'alex', 'cid{0}', 1, NULL, NULL)
"""
AN_EVENING_AT_0001 = (
    "INSERT INTO municipalities VALUES ('hjem', 'hjem', 'Hjem', 'Chat', '[]', 'Europe/Copenhagen', 'open')",
    "INSERT INTO staff VALUES ('alex', 'alex@hjem.example', 'hash')",
    "INSERT INTO duties VALUES ('alex', 'hjem', 'on', 3, '2026-11-26 18:00:00')",
    *(A_CONVERSATION.format(number, state) for number, state in ((1, "active"), (2, "active"), (3, "ended"))),
    *(f"INSERT INTO log_entries VALUES ('c{number}', 2, 'paired', NULL, NULL, '{{}}')" for number in (1, 2, 3)),
)


def write_a_cast(url: str) -> None:
    database = Database(url)
    casting.assemble(database, "no password at all")
    database.close()
