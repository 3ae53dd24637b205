"""Duties: which counsellors are at their console, for whom and with room for how many."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.duty import MAX_CAPACITY, DutyState, is_live
from app.persistence.staff import Staff
from app.persistence.table import Table, UtcDateTime, Word


class Duty(Table):
    """One counsellor's present duty. Being off duty is having no row."""

    __tablename__ = "duties"
    __table_args__ = (CheckConstraint(f"capacity BETWEEN 1 AND {MAX_CAPACITY}", name="capacity"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[DutyState] = mapped_column(Word(DutyState))
    capacity: Mapped[int]
    lease_until: Mapped[datetime] = mapped_column(UtcDateTime)

    def is_live(self, now: datetime) -> bool:
        """Say whether this counsellor can take someone now."""
        return is_live(self.state, self.lease_until, now)


class ServedMunicipality(Table):
    """One municipality that a duty serves: several on shared nights."""

    __tablename__ = "served_municipalities"

    staff_id: Mapped[str] = mapped_column(ForeignKey("duties.staff_id", ondelete="CASCADE"), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(
        ForeignKey("municipalities.id", ondelete="CASCADE"), primary_key=True, index=True
    )


def find(session: Session, staff_id: str) -> Duty | None:
    """Return someone's duty, or None when they are off."""
    return session.get(Duty, staff_id)


def lock(session: Session, staff_id: str) -> Duty | None:
    """Return someone's duty and hold that person until the transaction ends, so that capacity is counted once.

    The row of the person is held, not that of the duty: someone who comes on duty has none yet.
    """
    session.execute(select(Staff.id).where(Staff.id == staff_id).with_for_update(key_share=True))
    return session.get(Duty, staff_id, populate_existing=True)


def municipalities_of(session: Session, staff_id: str) -> list[str]:
    """Return the ids of the municipalities that someone's duty serves, in the order in which lines are held."""
    served = select(ServedMunicipality.municipality_id).where(ServedMunicipality.staff_id == staff_id)
    return sorted(session.scalars(served))


def serve(session: Session, staff_id: str, municipality_ids: Collection[str]) -> None:
    """Let someone's duty serve exactly these municipalities."""
    session.execute(delete(ServedMunicipality).where(ServedMunicipality.staff_id == staff_id))
    session.add_all(ServedMunicipality(staff_id=staff_id, municipality_id=served) for served in municipality_ids)


def serving(session: Session, municipality_id: str) -> list[tuple[Duty, str]]:
    """Return everyone on duty or pausing for a municipality with their address, their lease run out or not."""
    here = ServedMunicipality.municipality_id == municipality_id
    query = select(Duty, Staff.email).join(Staff, Staff.id == Duty.staff_id).join(ServedMunicipality).where(here)
    return [(duty, email) for duty, email in session.execute(query.order_by(Staff.email))]


def municipalities_with_lapsed_lease(session: Session, now: datetime) -> Sequence[str]:
    """Return the ids of the municipalities that a duty serves whose console fell silent."""
    query = select(ServedMunicipality.municipality_id).join(Duty).where(Duty.lease_until <= now)
    return session.scalars(query.distinct()).all()


def every(session: Session) -> Sequence[Duty]:
    """Return every duty of the installation."""
    return session.scalars(select(Duty)).all()


def staff_lapsed_before(session: Session, moment: datetime) -> Sequence[str]:
    """Return the ids of everyone whose lease ran out before a moment."""
    return session.scalars(select(Duty.staff_id).where(Duty.lease_until < moment)).all()


def live_by_municipality(session: Session, now: datetime) -> dict[str, int]:
    """Count the counsellors who can take someone now, for every municipality that has any."""
    live = (Duty.state == DutyState.ON, Duty.lease_until > now)
    query = select(ServedMunicipality.municipality_id, func.count()).join(Duty).where(*live)
    return dict(session.execute(query.group_by(ServedMunicipality.municipality_id)).all())


def count_live(session: Session, municipality_id: str, now: datetime) -> int:
    """Count the counsellors who can take someone in a municipality now."""
    live = (ServedMunicipality.municipality_id == municipality_id, Duty.state == DutyState.ON, Duty.lease_until > now)
    return session.scalar(select(func.count()).select_from(Duty).join(ServedMunicipality).where(*live)) or 0
