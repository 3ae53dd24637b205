"""Desks: the places at which a counsellor has conversations, running ones and those reserved for them."""

from datetime import datetime

from app.domain import duty as rules
from app.domain import hand_over
from app.domain.errors import Code, Refused
from app.persistence import conversations
from app.persistence.conversations import Conversation
from app.persistence.duties import Duty
from app.persistence.unit_of_work import Session


def free_slot(session: Session, duty: Duty) -> int:
    """Return a free place at the desk of someone whose duty is held. Raises ``E_CAPACITY``."""
    taken = [row.slot for row in conversations.at_desk(session, duty.staff_id) if row.slot is not None]
    slot = rules.free_slot(taken, duty.capacity)
    if slot is None:
        raise Refused(Code.CAPACITY)
    return slot


def fill(conversation: Conversation, staff_id: str, slot: int) -> None:
    """Put a conversation on a place."""
    conversation.desk_id = staff_id
    conversation.slot = slot


def clear(conversation: Conversation) -> None:
    """Take a conversation off whatever desk it is on, reserved or running."""
    conversation.desk_id = conversation.slot = conversation.reserved_until = None


def clear_lapsed(session: Session, staff_id: str, now: datetime) -> None:
    """Free the places of reservations that this counsellor, whose duty is held, did not take in time."""
    for row in conversations.at_desk(session, staff_id):
        # Held only now: somebody else may have taken it, in a line that is not held here.
        conversation = conversations.lock(session, row.id) if _is_lapsed(row, now) else None
        if conversation is not None and conversation.desk_id == staff_id and _is_lapsed(conversation, now):
            clear(conversation)
    session.flush()


def places_taken(session: Session, staff_id: str, now: datetime) -> int:
    """Count what fills a counsellor's desk; what they did not take in time no longer does."""
    return sum(not _is_lapsed(row, now) for row in conversations.at_desk(session, staff_id))


def _is_lapsed(conversation: Conversation, now: datetime) -> bool:
    kept_until = conversation.reserved_until
    return kept_until is not None and not hand_over.is_reserved(kept_until, now)
