"""Migrations: up, down and up again, with data, and the models say the same as the schema."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

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


def test_upgrading_twice_changes_nothing(empty_url: str) -> None:
    migrations.upgrade(empty_url)
    write_a_cast(empty_url)
    migrations.upgrade(empty_url)
    assert migrations.current_revision(empty_url) == migrations.head_revision()


def test_the_schema_module_knows_every_table() -> None:
    assert {table.__tablename__ for table in TABLES} == set(metadata.tables)


def write_a_cast(url: str) -> None:
    database = Database(url)
    casting.assemble(database, "no password at all")
    database.close()
