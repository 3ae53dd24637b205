"""Memberships: which staff belong to which municipality, and as what."""

from collections.abc import Sequence

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.staff import Role
from app.persistence.municipalities import Municipality
from app.persistence.table import Table, Word


class Membership(Table):
    """One person's place in one municipality's team."""

    __tablename__ = "memberships"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipalities.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(Word(Role))


def find(session: Session, staff_id: str, municipality_id: str) -> Membership | None:
    """Return someone's membership of a municipality, or None."""
    return session.get(Membership, (staff_id, municipality_id))


def municipalities_of(session: Session, staff_id: str, role: Role) -> Sequence[Municipality]:
    """Return the municipalities in which someone has a role, by name."""
    query = (
        select(Municipality)
        .join(Membership, Membership.municipality_id == Municipality.id)
        .where(Membership.staff_id == staff_id, Membership.role == role)
        .order_by(Municipality.name)
    )
    return session.scalars(query).all()
