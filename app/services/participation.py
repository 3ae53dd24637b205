"""Whose conversation is it? Every read and every write of one passes through here."""

from typing import TypeVar

from app.domain.conversation import Side
from app.domain.errors import Code, Refused
from app.domain.participant import Participant
from app.persistence import conversations, held_conversations
from app.persistence.conversations import Conversation
from app.persistence.held_conversations import HeldConversation
from app.persistence.unit_of_work import Session, UnitOfWork

HeldT = TypeVar("HeldT", Conversation, HeldConversation)


def held_for_writing(work: UnitOfWork, who: Participant) -> Conversation:
    """Return the participant's conversation with its row held. Raises ``E_EXPIRED``, ``E_NOT_YOURS``."""
    return _theirs(conversations.lock(work.session, who.conversation_id), who)


def held_for_a_message(work: UnitOfWork, who: Participant) -> HeldConversation:
    """As ``held_for_writing``, with no more of the row than a message needs."""
    return _theirs(held_conversations.lock(work.session, who.conversation_id), who)


def for_reading(session: Session, who: Participant) -> Conversation:
    """Return the participant's conversation. Raises ``E_EXPIRED``, ``E_NOT_YOURS``."""
    return _theirs(conversations.find(session, who.conversation_id), who)


def municipality_of(session: Session, conversation_id: str) -> str:
    """Return where a conversation belongs, before its line can be held. Raises ``E_EXPIRED``."""
    conversation = conversations.find(session, conversation_id)
    if conversation is None:
        raise Refused(Code.EXPIRED)
    return conversation.municipality_id


def _theirs(conversation: HeldT | None, who: Participant) -> HeldT:
    if conversation is None:
        raise Refused(Code.EXPIRED)
    if who.side is Side.COUNSELLOR and conversation.holder_id != who.staff_id:
        raise Refused(Code.NOT_YOURS)
    return conversation
