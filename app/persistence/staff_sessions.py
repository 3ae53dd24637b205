"""Staff sessions: who is signed in, known by the hash of a token that only their browser holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, bindparam, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.staff import Staff
from app.persistence.table import Table, UtcDateTime


class StaffSession(Table):
    """One sign-in. ``id`` is the SHA-256 of its token."""

    __tablename__ = "staff_sessions"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


def find(session: Session, session_id: str) -> StaffSession | None:
    """Return a sign-in, live or stale, or None once it is revoked."""
    return session.get(StaffSession, session_id)


def hold(session: Session, session_id: str) -> bool:
    """Keep a sign-in from being revoked until the transaction ends, and say whether there is one."""
    held = select(StaffSession.id).where(StaffSession.id == session_id).with_for_update(read=True, key_share=True)
    return session.scalar(held) is not None


@dataclass(frozen=True, slots=True)
class Sighting:
    """What every request of a console is checked against."""

    created_at: datetime
    seen_at: datetime
    console: str | None


_table = StaffSession.__table__.c
_SIGHTING = (
    select(_table.created_at, _table.seen_at, Staff.__table__.c.console)
    .join(Staff, Staff.__table__.c.id == _table.staff_id)
    .where(_table.id == bindparam("session_id"))
)


def sighting(session: Session, session_id: str) -> Sighting | None:
    """Return a sign-in and which console counts, with one statement that is made once; None once it is revoked."""
    row = session.connection().execute(_SIGHTING, {"session_id": session_id}).first()
    return row and Sighting(*row)


def every(session: Session) -> Sequence[StaffSession]:
    """Return every sign-in of the installation."""
    return session.scalars(select(StaffSession)).all()


def stale_ids(session: Session, *, seen_before: datetime, created_before: datetime) -> Sequence[str]:
    """Return every sign-in that has been idle or has lasted for too long."""
    stale = or_(StaffSession.seen_at <= seen_before, StaffSession.created_at <= created_before)
    return session.scalars(select(StaffSession.id).where(stale)).all()
