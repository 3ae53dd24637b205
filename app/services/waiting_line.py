"""The waiting line of a municipality: read whole, announced whole."""

from datetime import datetime

from app.domain import seat, waiting_line
from app.domain.conversation import ConversationState
from app.domain.events import Counsellor, PositionChanged, WaitingLineChanged, Youth
from app.domain.waiting_line import Waiting
from app.persistence import conversations, duties, municipalities, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork


def line_of(session: Session, municipality_id: str, now: datetime) -> list[Waiting]:
    """Return who waits, head first."""
    rows = conversations.waiting_in(session, municipality_id)
    return waiting_line.in_order(_waiting(row, now) for row in rows)


def level(session: Session, municipality_id: str, now: datetime) -> WaitingLineChanged:
    """Return the whole line as a versioned level, for a console that has just come."""
    municipality = municipalities.find(session, municipality_id)
    line = tuple(line_of(session, municipality_id, now))
    return WaitingLineChanged(waiting_lines.version(session, municipality_id), municipality.slug, line, now)


def position(session: Session, conversation: Conversation, now: datetime) -> PositionChanged:
    """Return a waiting youth's place as a versioned level."""
    line = line_of(session, conversation.municipality_id, now)
    version = waiting_lines.version(session, conversation.municipality_id)
    return PositionChanged(version, waiting_line.ahead_of(conversation.id, line))


def position_if_waiting(session: Session, conversation_id: str | None, now: datetime) -> PositionChanged | None:
    """Return the place of a conversation, or None when there is none or it no longer waits."""
    conversation = conversation_id and conversations.find(session, conversation_id)
    if not conversation or conversation.state is not ConversationState.WAITING:
        return None
    return position(session, conversation, now)


def announce(work: UnitOfWork, municipality_id: str, now: datetime, *, moved_from: int | None = None) -> None:
    """Tell everyone on duty how the line looks, and the youths from index ``moved_from`` on where they stand.

    The caller has begun the change of the line (``waiting_lines.begin_change``) in this transaction.
    """
    line = level(work.session, municipality_id, now)
    serving = duties.staff_serving(work.session, municipality_id)
    work.announce(line, *(Counsellor(staff_id) for staff_id in serving))
    if moved_from is not None:
        for ahead in range(moved_from, len(line.waiting)):
            work.announce(PositionChanged(line.version, ahead), Youth(line.waiting[ahead].conversation_id))


def _waiting(row: Conversation, now: datetime) -> Waiting:
    connected = seat.is_taken(row.seat_until, now)
    return Waiting(row.id, row.place, row.urgent, connected, row.joined_at)
