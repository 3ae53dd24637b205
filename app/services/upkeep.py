"""Upkeep: what time alone makes true. Every step may run at any moment, late, twice or in several processes."""

from collections.abc import Callable
from datetime import datetime

from app.persistence import tickets
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import availability, duties, erasure, seats, sign_in

Step = Callable[[UnitOfWork], None]


def steps_due(session: Session, now: datetime) -> list[Step]:
    """Look what is due and return one small transaction for each; usually there is none."""
    return [
        *(_erase(conversation_id, now) for conversation_id in erasure.overdue(session, now)),
        *(_empty(*lapsed, now) for lapsed in seats.lapsed(session, now)),
        *(_end_duty(staff_id, now) for staff_id in duties.over(session, now)),
        *(_close(session_id) for session_id in sign_in.stale(session, now)),
        *(_announce(municipality_id, now) for municipality_id in availability.changed_municipalities(session, now)),
    ]


def forget_expired_tickets(work: UnitOfWork, now: datetime) -> None:
    """Delete the tickets nobody used in time."""
    tickets.delete_expired(work.session, now)


def _erase(conversation_id: str, now: datetime) -> Step:
    return lambda work: erasure.erase_overdue(work, conversation_id, now)


def _empty(municipality_id: str, conversation_id: str, now: datetime) -> Step:
    return lambda work: seats.empty_if_lapsed(work, municipality_id, conversation_id, now)


def _end_duty(staff_id: str, now: datetime) -> Step:
    return lambda work: duties.end_if_over(work, staff_id, now)


def _close(session_id: str) -> Step:
    return lambda work: sign_in.close_session(work, session_id)


def _announce(municipality_id: str, now: datetime) -> Step:
    return lambda work: availability.announce_if_changed(work, municipality_id, now)
