"""Erasure: every row of a conversation goes once both sides have seen the end, or its time is up."""

from datetime import datetime

from app.domain.conversation import confirms_end
from app.domain.errors import Refused
from app.domain.participant import Participant
from app.persistence import conversations, log_entries, pairings
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import participation


def erase(work: UnitOfWork, conversation_id: str) -> None:
    """Delete a conversation and its log, and have the database's files scrubbed after the commit."""
    pairings.erase(work.session, conversation_id)
    log_entries.erase(work.session, conversation_id)
    conversations.erase(work.session, conversation_id)
    work.erased = True


def is_confirmed_by(conversation: Conversation, who: Participant, after: int) -> bool:
    """Say whether a participant who has everything up to ``after`` is the last who had to see the end."""
    return confirms_end(conversation.ended_by, who.side, after, conversation.last_seq)


def confirm(work: UnitOfWork, who: Participant, after: int) -> None:
    """Erase a conversation whose end the other side has now seen; harmless when it is gone or goes on."""
    try:
        conversation = participation.held_for_writing(work, who)
    except Refused:
        return
    if is_confirmed_by(conversation, who, after):
        erase(work, conversation.id)


def erase_overdue(work: UnitOfWork, conversation_id: str, now: datetime) -> None:
    """Erase a conversation whose time is up; its row is held first, as by everyone who erases."""
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None and conversation.erase_at is not None and conversation.erase_at <= now:
        erase(work, conversation_id)


def overdue(session: Session, now: datetime) -> list[str]:
    """Return the ended conversations that nobody confirmed in time."""
    return list(conversations.ids_to_erase(session, now))
