"""Upkeep: what time alone makes true. Every step may run at any moment, late, twice or in several processes."""

from collections.abc import Callable
from datetime import datetime

from app.domain.staff import ABSOLUTE_LIMIT, IDLE_LIMIT
from app.persistence import staff_sessions, tickets
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import availability, erasure, seats

Step = Callable[[UnitOfWork], None]


def steps_due(session: Session, now: datetime) -> list[Step]:
    """Look what is due and return one small transaction for each; usually there is none."""
    return [
        *(_erase(conversation_id) for conversation_id in erasure.overdue(session, now)),
        *(_leave(*lapsed, now) for lapsed in seats.lapsed(session, now)),
        *(_announce(municipality_id, now) for municipality_id in availability.changed_municipalities(session, now)),
    ]


def forget_stale_sign_ins(work: UnitOfWork, now: datetime) -> None:
    """Delete expired tickets and sign-ins."""
    tickets.delete_expired(work.session, now)
    staff_sessions.delete_stale(work.session, seen_before=now - IDLE_LIMIT, created_before=now - ABSOLUTE_LIMIT)


def _erase(conversation_id: str) -> Step:
    return lambda work: erasure.erase(work, conversation_id)


def _leave(municipality_id: str, conversation_id: str, connection: str, now: datetime) -> Step:
    return lambda work: seats.leave(work, municipality_id, conversation_id, connection, now)


def _announce(municipality_id: str, now: datetime) -> Step:
    return lambda work: availability.announce_if_changed(work, municipality_id, now)
