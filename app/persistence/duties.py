"""Duties: which counsellors are at their console, for whom and with room for how many."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.duty import MAX_CAPACITY, DutyState, is_live
from app.persistence.staff import Staff
from app.persistence.table import Table, UtcDateTime, Word


class Duty(Table):
    """One counsellor's present duty. Being off duty is having no row."""

    __tablename__ = "duties"
    __table_args__ = (CheckConstraint(f"capacity BETWEEN 1 AND {MAX_CAPACITY}", name="capacity"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipalities.id", ondelete="CASCADE"), index=True)
    state: Mapped[DutyState] = mapped_column(Word(DutyState))
    capacity: Mapped[int]
    lease_until: Mapped[datetime] = mapped_column(UtcDateTime)

    def is_live(self, now: datetime) -> bool:
        """Say whether this counsellor can take someone now."""
        return is_live(self.state, self.lease_until, now)


def find(session: Session, staff_id: str) -> Duty | None:
    """Return someone's duty, or None when they are off."""
    return session.get(Duty, staff_id)


def lock(session: Session, staff_id: str) -> Duty | None:
    """Return someone's duty and hold that person until the transaction ends, so that capacity is counted once.

    The row of the person is held, not that of the duty: someone who comes on duty has none yet.
    """
    session.execute(select(Staff.id).where(Staff.id == staff_id).with_for_update(key_share=True))
    return session.get(Duty, staff_id, populate_existing=True)


def staff_serving(session: Session, municipality_id: str) -> Sequence[str]:
    """Return the ids of everyone on duty or pausing for a municipality, their lease run out or not."""
    return session.scalars(select(Duty.staff_id).where(Duty.municipality_id == municipality_id)).all()


def staff_lapsed_before(session: Session, moment: datetime) -> Sequence[str]:
    """Return the ids of everyone whose lease ran out before a moment."""
    return session.scalars(select(Duty.staff_id).where(Duty.lease_until < moment)).all()


def count_live(session: Session, municipality_id: str, now: datetime) -> int:
    """Count the counsellors who can take someone in a municipality now."""
    live = (Duty.municipality_id == municipality_id, Duty.state == DutyState.ON, Duty.lease_until > now)
    return session.scalar(select(func.count()).where(*live)) or 0
