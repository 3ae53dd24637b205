"""What a backup holds and what it never holds: every table is named here, once, so that a new one forces a decision."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from sqlalchemy import Column, insert, literal, select
from sqlalchemy.orm import Session

from app.persistence.schema import metadata

Row = dict[str, Any]

# In the order in which they can be written again: whoever is named comes before whoever names them.
BACKED_UP = ("municipalities", "staff", "memberships")
NEVER = {
    "availabilities": "made again with its municipality; its version counts what happened",
    "conversations": "of young people",
    "duties": "of one evening",
    "last_runs": "of one server",
    "log_entries": "of young people",
    "pairings": "say who talked",
    "served_municipalities": "of one evening",
    "staff_sessions": "let people in",
    "tickets": "let people in",
    "waiting_lines": "made again with its municipality; its version counts who came",
}
LEFT_OUT = {"staff": frozenset({"console"})}  # names a socket that is long closed
WRITTEN_BY_ANY_SERVER = frozenset({"last_runs"})


def columns(table: str) -> list[Column[Any]]:
    """Return the columns of a table that a backup holds."""
    return [column for column in metadata.tables[table].columns if column.name not in LEFT_OUT.get(table, ())]


def rows(session: Session, table: str) -> list[Row]:
    """Return all rows of a table as plain values, in a lasting order."""
    found = session.execute(select(*columns(table)).order_by(*metadata.tables[table].primary_key))
    return [{name: _plain(value) for name, value in row.items()} for row in found.mappings()]


def write(session: Session, tables: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows of a backup; the vocabularies of words are held by their columns."""
    for table in BACKED_UP:
        if tables[table]:
            session.execute(insert(metadata.tables[table]), [*tables[table]])


def first_filled_table(session: Session) -> str | None:
    """Return the name of a table that holds something, or None in a database that nobody has used."""
    asked = metadata.tables.keys() - WRITTEN_BY_ANY_SERVER
    return next((table for table in sorted(asked) if _is_filled(session, table)), None)


def _is_filled(session: Session, table: str) -> bool:
    return session.scalar(select(literal(True)).select_from(metadata.tables[table]).limit(1)) is not None


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
