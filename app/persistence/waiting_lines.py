"""Waiting lines: one versioned level a municipality, and the lock that lets one pairing happen at a time."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.table import Table


class WaitingLine(Table):
    """The version of a municipality's line. Who waits stands on the conversations."""

    __tablename__ = "waiting_lines"

    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipalities.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int]


def begin_change(session: Session, municipality_id: str) -> int:
    """Count the version up and return it.

    The row stays held until the transaction ends, so one join or pairing happens at a time. Whoever changes a line
    comes through here before touching a conversation, always in this order: duty, line, conversation, availability.
    """
    line = update(WaitingLine).where(WaitingLine.municipality_id == municipality_id)
    counted = line.values(version=WaitingLine.version + 1).returning(WaitingLine.version)
    return session.execute(counted).scalar_one()


def begin_changes(session: Session, municipality_ids: Iterable[str]) -> None:
    """Hold several lines; always in the same order, so that two who do so cannot block each other."""
    for municipality_id in sorted(set(municipality_ids)):
        begin_change(session, municipality_id)


def version(session: Session, municipality_id: str) -> int:
    """Return the present version."""
    return session.execute(
        select(WaitingLine.version).where(WaitingLine.municipality_id == municipality_id)
    ).scalar_one()
