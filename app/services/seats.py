"""Seats: whether the youth's page is there, told by its socket coming, pinging and going."""

from datetime import datetime

from app.domain import seat
from app.domain.conversation import ConversationState
from app.persistence import conversations, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import participation, peers, waiting_line


def take(work: UnitOfWork, municipality_id: str, conversation_id: str, connection: str, now: datetime) -> None:
    """Let a socket hold the seat from now on; an older one may leave later without emptying it."""
    waiting_lines.begin_change(work.session, municipality_id)
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None:
        was_taken = conversation.connection is not None
        sit(conversation, connection, now)
        _tell(work, conversation, was_taken=was_taken)


def sit(conversation: Conversation, connection: str, now: datetime) -> None:
    """Fill the seat of a conversation whose row is held."""
    conversation.connection = connection
    conversation.seat_until = seat.renewed(conversation.seat_until, now)


def leave(work: UnitOfWork, municipality_id: str, conversation_id: str, connection: str, now: datetime) -> None:
    """Empty the seat when the socket that holds it is gone. The place in the line stays."""
    waiting_lines.begin_change(work.session, municipality_id)
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None and conversation.connection == connection:
        _empty(work, conversation, now)


def lapsed(session: Session, now: datetime) -> list[str]:
    """Return the conversations whose youth's socket fell silent without leaving."""
    return [row.id for row in conversations.with_lapsed_seat(session, now)]


def empty_if_lapsed(work: UnitOfWork, conversation_id: str, now: datetime) -> None:
    """Empty a seat that ran out, unless its page has spoken meanwhile. The phone has slept since it ran out."""
    waiting_lines.begin_change(work.session, participation.municipality_of(work.session, conversation_id))
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None and not seat.is_taken(conversation.seat_until, now):
        _empty(work, conversation, conversation.seat_until)


def _empty(work: UnitOfWork, conversation: Conversation, since: datetime) -> None:
    was_taken = conversation.connection is not None
    conversation.connection = None
    conversation.seat_until = since
    _tell(work, conversation, was_taken=was_taken)


def _tell(work: UnitOfWork, conversation: Conversation, *, was_taken: bool) -> None:
    if was_taken == (conversation.connection is not None):
        return
    if conversation.state is ConversationState.WAITING:
        waiting_line.moved(work, conversation.municipality_id)
    peers.youth_changed(work, conversation)
