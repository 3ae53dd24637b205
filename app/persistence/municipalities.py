"""Municipalities: the tenants of an installation."""

from collections.abc import Sequence

from sqlalchemy import JSON, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.municipality import Stage
from app.persistence.table import Table, Word


class Municipality(Table):
    """One municipality with its address, its names and where its chat may be embedded."""

    __tablename__ = "municipalities"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    chat_name: Mapped[str] = mapped_column(String(80))
    embedding_origins: Mapped[list[str]] = mapped_column(JSON)
    time_zone: Mapped[str] = mapped_column(String(40))
    stage: Mapped[Stage] = mapped_column(Word(Stage))


def find(session: Session, municipality_id: str) -> Municipality:
    """Return a municipality that is known to exist."""
    return session.get_one(Municipality, municipality_id)


def find_by_slug(session: Session, slug: str) -> Municipality | None:
    """Return the municipality with this address, or None."""
    return session.scalar(select(Municipality).where(Municipality.slug == slug))


def every(session: Session) -> Sequence[Municipality]:
    """Return all municipalities by name."""
    return session.scalars(select(Municipality).order_by(Municipality.name)).all()
