"""The one line of migrations, and where a database stands on it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url

SCRIPTS = Path(__file__).resolve().parents[2] / "migrations"


def upgrade(url: str, revision: str = "head") -> None:
    """Bring a database up to a revision, creating the file of a new SQLite one."""
    _make_room(url)
    command.upgrade(_alembic(url), revision)


def downgrade(url: str, revision: str) -> None:
    """Take a database back to a revision."""
    command.downgrade(_alembic(url), revision)


def current_revision(url: str) -> str | None:
    """Return where a database stands, or None when it was never migrated."""
    engine = create_engine(url, hide_parameters=True)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def head_revision() -> str | None:
    """Return where this code expects a database to stand."""
    return ScriptDirectory.from_config(_alembic("")).get_current_head()


def _alembic(url: str) -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["database_url"] = url
    return config


def _make_room(url: str) -> None:
    """Create the file of a SQLite database with its write-ahead log; a file keeps that mode for good."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(address.database)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
