"""Staff sessions: who is signed in, known by the hash of a token that only their browser holds."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

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


def every(session: Session) -> Sequence[StaffSession]:
    """Return every sign-in of the installation."""
    return session.scalars(select(StaffSession)).all()


def stale_ids(session: Session, *, seen_before: datetime, created_before: datetime) -> Sequence[str]:
    """Return every sign-in that has been idle or has lasted for too long."""
    stale = or_(StaffSession.seen_at <= seen_before, StaffSession.created_at <= created_before)
    return session.scalars(select(StaffSession.id).where(stale)).all()
