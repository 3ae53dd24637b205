"""Pairings: which counsellor took which conversation, so that a repeated accept finds what the first one got."""

from sqlalchemy import ForeignKey, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.persistence.table import Table


class Pairing(Table):
    """One accept: the ``epoch`` it began and the number of its ``paired`` entry. It goes with its conversation."""

    __tablename__ = "pairings"
    __table_args__ = (UniqueConstraint("staff_id", "cid"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    cid: Mapped[str] = mapped_column(String(22))
    seq: Mapped[int]


def find(session: Session, staff_id: str, cid: str) -> Pairing | None:
    """Return what an earlier try of the same accept got, or None."""
    return session.scalar(select(Pairing).where(Pairing.staff_id == staff_id, Pairing.cid == cid))


def erase(session: Session, conversation_id: str) -> None:
    """Forget who took a conversation."""
    session.execute(delete(Pairing).where(Pairing.conversation_id == conversation_id))
