"""Seats: whether the youth's page is there, told by its socket coming, pinging and going."""

from datetime import datetime

from app.domain import seat
from app.domain.conversation import ConversationState
from app.persistence import conversations, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import waiting_line


def take(work: UnitOfWork, municipality_id: str, conversation_id: str, connection: str, now: datetime) -> None:
    """Let a socket hold the seat from now on; an older one may leave later without emptying it."""
    waiting_lines.begin_change(work.session, municipality_id)
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None:
        sit(conversation, connection, now)
        _announce_line(work, conversation, now)


def sit(conversation: Conversation, connection: str, now: datetime) -> None:
    """Fill the seat of a conversation whose row is held."""
    conversation.connection = connection
    conversation.seat_until = seat.seat_from(now)


def leave(work: UnitOfWork, municipality_id: str, conversation_id: str, connection: str, now: datetime) -> None:
    """Empty the seat when the socket that holds it is gone. The place in the line stays."""
    waiting_lines.begin_change(work.session, municipality_id)
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None and conversation.connection == connection:
        _empty(work, conversation, now)


def lapsed(session: Session, now: datetime) -> list[tuple[str, str]]:
    """Return (municipality, conversation) ids of seats whose socket fell silent without leaving."""
    return [(row.municipality_id, row.id) for row in conversations.with_lapsed_seat(session, now)]


def empty_if_lapsed(work: UnitOfWork, municipality_id: str, conversation_id: str, now: datetime) -> None:
    """Empty a seat that ran out, unless its page has spoken meanwhile."""
    waiting_lines.begin_change(work.session, municipality_id)
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None and not seat.is_taken(conversation.seat_until, now):
        _empty(work, conversation, now)


def _empty(work: UnitOfWork, conversation: Conversation, now: datetime) -> None:
    conversation.connection = None
    conversation.seat_until = now
    _announce_line(work, conversation, now)


def _announce_line(work: UnitOfWork, conversation: Conversation, now: datetime) -> None:
    if conversation.state is ConversationState.WAITING:
        waiting_line.announce(work, conversation.municipality_id, now)
