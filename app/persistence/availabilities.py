"""Availabilities: the value last announced for each municipality, changed by compare-and-set."""

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.availability import AvailabilityState
from app.persistence.table import Table, Word


class AnnouncedAvailability(Table):
    """What the pages of a municipality were last told, and its version."""

    __tablename__ = "availabilities"

    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipalities.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int]
    state: Mapped[AvailabilityState] = mapped_column(Word(AvailabilityState))


def find(session: Session, municipality_id: str) -> AnnouncedAvailability:
    """Return the announced value of a municipality."""
    return session.get_one(AnnouncedAvailability, municipality_id)


def states(session: Session) -> dict[str, AvailabilityState]:
    """Return the announced state of every municipality."""
    query = select(AnnouncedAvailability.municipality_id, AnnouncedAvailability.state)
    return dict(session.execute(query).all())


def change_to(session: Session, municipality_id: str, state: AvailabilityState) -> int | None:
    """Store a state that differs from the announced one and return its version; None when nothing changed."""
    announced = AnnouncedAvailability
    differs = (announced.municipality_id == municipality_id, announced.state != state)
    change = update(announced).where(*differs).values(version=announced.version + 1, state=state)
    return session.scalar(change.returning(announced.version))
