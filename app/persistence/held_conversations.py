"""Held conversations: the four columns that writing a message needs, without loading the rest.

Messages are what this system does most. Statements made once and rows read as they are cost a third of what mapped
objects cost here (docs/performance.md).
"""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from app.domain.conversation import ConversationState
from app.persistence.conversations import Conversation


@dataclass(slots=True)
class HeldConversation:
    """A conversation whose row is held until the transaction ends; its log grows one entry at a time."""

    id: str
    holder_id: str | None
    state: ConversationState
    last_seq: int


_table = Conversation.__table__.c
_this_one = _table.id == bindparam("conversation_id")
_LOCK = select(_table.id, _table.holder_id, _table.state, _table.last_seq).where(_this_one).with_for_update()
_COUNT = update(Conversation.__table__).where(_this_one).values(last_seq=_table.last_seq + 1).returning(_table.last_seq)  # type: ignore[arg-type]


def lock(session: Session, conversation_id: str) -> HeldConversation | None:
    """Return a conversation and hold its row, or None when it never was or is erased."""
    row = session.connection().execute(_LOCK, {"conversation_id": conversation_id}).first()
    return row and HeldConversation(*row)


def next_seq(session: Session, conversation_id: str) -> int:
    """Count the log of a held conversation up and return the number of the entry to come."""
    seq: int = session.connection().execute(_COUNT, {"conversation_id": conversation_id}).scalar_one()
    return seq
