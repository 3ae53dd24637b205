"""Staff: the people who sign in."""

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.table import Table


class Staff(Table):
    """One account. The password is kept as its argon2id hash only."""

    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    # Names the socket of the one console that counts: the newest.
    console: Mapped[str | None] = mapped_column(String(22))


def find_by_email(session: Session, email: str) -> Staff | None:
    """Return the account of a normalised address, or None."""
    return session.scalar(select(Staff).where(Staff.email == email))


def find(session: Session, staff_id: str) -> Staff:
    """Return an account that is known to exist."""
    return session.get_one(Staff, staff_id)
