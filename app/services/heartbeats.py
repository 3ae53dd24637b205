"""Heartbeats: a sign of life that also says how much of the log has arrived."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain import seat
from app.domain.duty import DutyState
from app.domain.errors import Refused
from app.domain.participant import Participant, counsellor_in
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import duties, erasure, participation, seats, sign_in


@dataclass(frozen=True, slots=True)
class YouthPulse:
    """Where the log stands, and what a youth's heartbeat calls for: most of them write nothing."""

    last: int
    confirms_end: bool
    seat_is_due: bool


@dataclass(frozen=True, slots=True)
class CounsellorPulse:
    """The last number of each conversation that still is this counsellor's, and what their duty is."""

    last: dict[str, int]
    duty: DutyState


def youth_pulse(session: Session, who: Participant, after: int, now: datetime) -> YouthPulse:
    """Read what a youth's heartbeat means. Raises ``E_EXPIRED``."""
    conversation = participation.for_reading(session, who)
    return YouthPulse(
        last=conversation.last_seq,
        confirms_end=erasure.is_confirmed_by(conversation, who, after),
        seat_is_due=seat.renewal_is_due(conversation.seat_until, now),
    )


def renew_seat(work: UnitOfWork, municipality_id: str, who: Participant, connection: str, now: datetime) -> None:
    """Keep the youth's seat; one that had lapsed already is taken anew, and the line hears of it."""
    conversation = participation.for_reading(work.session, who)
    if seat.is_taken(conversation.seat_until, now) and conversation.connection == connection:
        seats.sit(participation.held_for_writing(work, who), connection, now)
    else:
        seats.take(work, municipality_id, who.conversation_id, connection, now)


def counsellor_pulse(
    work: UnitOfWork, staff_id: str, staff_session_id: str, after: Mapping[str, int], now: datetime
) -> CounsellorPulse:
    """Renew the duty's lease and erase what is confirmed.

    Live duty is not idleness: it keeps the sign-in alive, however quiet the evening is.
    """
    duty = duties.renew(work, staff_id, now)
    if duty is not DutyState.OFF:
        sign_in.note_sighting(work, staff_session_id, now)
    last = {}
    for conversation_id, seq in sorted(after.items()):
        conversation = _theirs(work, counsellor_in(conversation_id, staff_id))
        if conversation is not None:
            last[conversation_id] = conversation.last_seq
            erasure.confirm(work, counsellor_in(conversation_id, staff_id), seq)
    return CounsellorPulse(last, duty)


def _theirs(work: UnitOfWork, who: Participant) -> Conversation | None:
    try:
        return participation.for_reading(work.session, who)
    except Refused:
        return None
