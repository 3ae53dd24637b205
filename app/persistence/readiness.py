"""Whether the database that is open can be worked with."""

from functools import cache

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from app.persistence import migrations

VERSIONS = "alembic_version"


def schema_is_current(session: Session) -> bool:
    """Say whether the schema is the one this code needs."""
    if not inspect(session.connection()).has_table(VERSIONS):
        return False
    current: str | None = session.scalar(text(f"SELECT version_num FROM {VERSIONS}"))  # noqa: S608 - a name of our own
    return current == _needed()


@cache
def _needed() -> str | None:
    return migrations.head_revision()
