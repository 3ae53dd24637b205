"""Vanishing: a counsellor whose console fell silent for so long that another must go on."""

from datetime import datetime

from app.domain import hand_over as rules
from app.domain.conversation import ConversationState
from app.persistence import conversations, duties, waiting_lines
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import handing_over


def left_behind(session: Session, now: datetime) -> list[str]:
    """Return the running conversations whose holder has vanished."""
    return [row.id for row in conversations.active_with_lapsed_lease(session, now - rules.VANISHED_AFTER)]


def give_up(work: UnitOfWork, conversation_id: str, now: datetime) -> None:
    """Put a conversation back at the front unless its holder has come back meanwhile."""
    row = conversations.find(work.session, conversation_id)
    if row is None or row.holder_id is None:
        return
    holder_id = row.holder_id
    duty = duties.lock(work.session, holder_id)
    waiting_lines.begin_change(work.session, row.municipality_id)
    conversation = conversations.lock(work.session, conversation_id)
    is_theirs = conversation is not None and conversation.holder_id == holder_id
    if conversation is None or not is_theirs or conversation.state is not ConversationState.ACTIVE:
        return
    if rules.has_vanished(duty.lease_until if duty else None, now):
        handing_over.give_up(work, conversation)
