"""Peers: whether the other side is there. A versioned level, told to the one side whom it concerns."""

from datetime import datetime

from app.domain.conversation import ConversationState
from app.domain.events import PeerChanged
from app.domain.recipients import Counsellor, Youth
from app.persistence import conversations, duties
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork


def of_youth(conversation: Conversation) -> PeerChanged:
    """Return whether the youth's page is there, as the counsellor is told."""
    return PeerChanged(conversation.id, conversation.peer_version, conversation.connection is not None)


def of_counsellor(conversation: Conversation) -> PeerChanged:
    """Return whether the counsellor's console is there, as the youth is told."""
    return PeerChanged(conversation.id, conversation.peer_version, conversation.holder_is_there)


def of_counsellor_if_active(session: Session, conversation_id: str | None) -> PeerChanged | None:
    """Return whether the counsellor is there, or None when nobody holds the conversation."""
    conversation = conversation_id and conversations.find(session, conversation_id)
    if not conversation or conversation.state is not ConversationState.ACTIVE:
        return None
    return of_counsellor(conversation)


def youth_changed(work: UnitOfWork, conversation: Conversation) -> None:
    """Tell the counsellor, if there is one, that the youth of a held conversation came or went."""
    conversation.peer_version += 1
    if conversation.holder_id is not None:
        work.announce(of_youth(conversation), Counsellor(conversation.holder_id))


def counsellor_changed(work: UnitOfWork, conversation: Conversation, *, is_there: bool) -> None:
    """Tell the youth of a held conversation that the counsellor's console came or went."""
    if conversation.holder_is_there is is_there:
        return
    conversation.holder_is_there = is_there
    conversation.peer_version += 1
    work.announce(of_counsellor(conversation), Youth(conversation.id))


def counsellor_came(work: UnitOfWork, staff_id: str) -> None:
    """Tell the youths of a counsellor, whose duty is held, that their console speaks again."""
    missed = [row.id for row in conversations.active_of(work.session, staff_id) if not row.holder_is_there]
    for conversation_id in missed:
        conversation = conversations.lock(work.session, conversation_id)
        if conversation is not None and conversation.holder_id == staff_id:
            counsellor_changed(work, conversation, is_there=True)


def unnoticed(session: Session, now: datetime) -> list[str]:
    """Return the running conversations whose youth does not know yet that the console fell silent."""
    return [row.id for row in conversations.active_with_lapsed_lease(session, now) if row.holder_is_there]


def counsellor_went(work: UnitOfWork, conversation_id: str, now: datetime) -> None:
    """Tell a youth that the console fell silent, unless it has spoken meanwhile."""
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is None or conversation.state is not ConversationState.ACTIVE:
        return
    duty = duties.find(work.session, conversation.holder_id or "")
    if duty is None or duty.lease_until <= now:
        counsellor_changed(work, conversation, is_there=False)
