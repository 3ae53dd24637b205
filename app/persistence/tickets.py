"""Tickets: single-use keys that let a signed-in console open one socket."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.table import Table, UtcDateTime


class Ticket(Table):
    """One unused ticket. ``id`` is the SHA-256 of what the browser was given."""

    __tablename__ = "tickets"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_session_id: Mapped[str] = mapped_column(ForeignKey("staff_sessions.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


def take(session: Session, ticket_id: str, staff_session_id: str, now: datetime) -> bool:
    """Use a ticket up and say whether it was good. Only one of two racing takers hears yes."""
    unused = delete(Ticket).where(
        Ticket.id == ticket_id, Ticket.staff_session_id == staff_session_id, Ticket.expires_at > now
    )
    return session.scalar(unused.returning(Ticket.id)) is not None


def delete_expired(session: Session, now: datetime) -> None:
    """Forget the tickets nobody used in time."""
    session.execute(delete(Ticket).where(Ticket.expires_at <= now))
