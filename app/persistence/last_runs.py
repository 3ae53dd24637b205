"""The ticker's last run: what tells an outage, a suspended machine or a step of the clock from passing time."""

from datetime import datetime

from sqlalchemy import CheckConstraint, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.table import Table, UtcDateTime

ONLY = 1


class LastRun(Table):
    """The one row of an installation, whatever the number of its processes."""

    __tablename__ = "last_runs"
    __table_args__ = (CheckConstraint(f"id = {ONLY}", name="only"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ended_at: Mapped[datetime] = mapped_column(UtcDateTime)


def lock(session: Session, now: datetime) -> LastRun:
    """Return the last run and hold it until the transaction ends; the very first one is now."""
    found = session.get(LastRun, ONLY, with_for_update=True, populate_existing=True)
    if found is None:
        found = LastRun(id=ONLY, ended_at=now)
        session.add(found)
    return found


def keep_writers_out(session: Session) -> None:
    """Wait for every transaction that has begun to change what may lapse, and let no other begin until this one ends.

    On SQLite it is so already. The order is that of everybody's locks, so that nobody waits in a circle.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE duties, conversations, staff_sessions IN EXCLUSIVE MODE"))
