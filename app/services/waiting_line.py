"""The waiting line of a municipality: read whole, told to each as far as it concerns them."""

from collections.abc import Iterator
from datetime import datetime

from app.domain import duty as duty_rules
from app.domain import hand_over, seat, waiting_line
from app.domain.conversation import ConversationState
from app.domain.duty import OnDuty
from app.domain.events import Announcement, DutiesChanged, LineMoved, PositionChanged, WaitingLineChanged
from app.domain.recipients import Counsellor, Everyone, Youth
from app.domain.waiting_line import Line, Waiting
from app.persistence import conversations, duties, municipalities, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.duties import Duty
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import desks


def waiting_in(session: Session, municipality_id: str, now: datetime) -> list[Waiting]:
    """Return who waits, head first."""
    rows = conversations.waiting_in(session, municipality_id)
    return waiting_line.in_order(_waiting(row, now) for row in rows)


def line_of(session: Session, municipality_id: str, now: datetime) -> Line:
    """Return the whole line as a versioned level, with everyone who serves it."""
    return Line(
        municipality_id=municipality_id,
        municipality_slug=municipalities.find(session, municipality_id).slug,
        version=waiting_lines.version(session, municipality_id),
        waiting=tuple(waiting_in(session, municipality_id, now)),
        duties=tuple(_on_duty(session, *row, now) for row in duties.serving(session, municipality_id)),
        as_of=now,
    )


def position(session: Session, conversation: Conversation, now: datetime) -> PositionChanged:
    """Return a waiting youth's place as a versioned level."""
    line = waiting_in(session, conversation.municipality_id, now)
    version = waiting_lines.version(session, conversation.municipality_id)
    return PositionChanged(version, waiting_line.ahead_of(conversation.id, line))


def position_if_waiting(session: Session, conversation_id: str | None, now: datetime) -> PositionChanged | None:
    """Return the place of a conversation, or None when there is none or it no longer waits."""
    conversation = conversation_id and conversations.find(session, conversation_id)
    if not conversation or conversation.state is not ConversationState.WAITING:
        return None
    return position(session, conversation, now)


def moved(work: UnitOfWork, municipality_id: str) -> None:
    """Say that a line looks different now; the caller holds it (``waiting_lines.begin_change``)."""
    work.announce(LineMoved(), Everyone(municipality_id))


def show(work: UnitOfWork, municipality_id: str, staff_id: str, now: datetime) -> None:
    """Show a counsellor the whole line, for a console that has just come; the caller holds it."""
    line = line_of(work.session, municipality_id, now)
    work.announce(WaitingLineChanged(line), Counsellor(staff_id))
    work.announce(DutiesChanged(line), Counsellor(staff_id))


def news(line: Line, told: Line | None) -> list[Announcement]:
    """Return what is to be told of a line, given how it looked when it was told last: to each youth whose place
    is another, to each counsellor when anything they see is another."""
    return [*_news_for_youths(line, told), *_news_for_counsellors(line, told)]


def _news_for_youths(line: Line, told: Line | None) -> Iterator[Announcement]:
    before = {youth.conversation_id: ahead for ahead, youth in enumerate(told.waiting)} if told else {}
    for ahead, youth in enumerate(line.waiting):
        if before.get(youth.conversation_id) != ahead:
            yield Announcement(PositionChanged(line.version, ahead), (Youth(youth.conversation_id),))


def _news_for_counsellors(line: Line, told: Line | None) -> Iterator[Announcement]:
    serving = tuple(Counsellor(duty.staff_id) for duty in line.duties)
    if told is None or told.waiting != line.waiting:
        yield Announcement(WaitingLineChanged(line), serving)
    if told is None or told.duties != line.duties:
        yield Announcement(DutiesChanged(line), serving)


def _waiting(row: Conversation, now: datetime) -> Waiting:
    return Waiting(
        conversation_id=row.id,
        place=row.place,
        urgent=row.urgent,
        connected=seat.is_taken(row.seat_until, now),
        joined_at=row.joined_at,
        handed_over=row.epoch > 0,
        reserved_for=row.desk_id if hand_over.is_reserved(row.reserved_until, now) else None,
        language=row.language,
    )


def _on_duty(session: Session, duty: Duty, name: str, now: datetime) -> OnDuty:
    taken = desks.places_taken(session, duty.staff_id, now)
    is_live = duty_rules.is_live(duty.state, duty.lease_until, now)
    return OnDuty(duty.staff_id, name, duty.state, is_live, duty.capacity, max(0, duty.capacity - taken))
