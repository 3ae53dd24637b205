"""The ticker's last run: what tells an outage, a suspended machine or a step of the clock from passing time."""

from datetime import datetime

from sqlalchemy import CheckConstraint
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
