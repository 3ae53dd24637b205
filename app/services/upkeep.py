"""Upkeep: what time alone makes true. Every step may run at any moment, late, twice or in several processes."""

from collections.abc import Callable, Sequence
from datetime import datetime

from app.domain.events import Announcement, LineMoved
from app.domain.recipients import Everyone
from app.persistence import duties as duty_rows
from app.persistence import tickets
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import availability, duties, ending, erasure, peers, reservations, seats, sign_in, vanishing

Step = Callable[[UnitOfWork], None]
Look = Callable[[Session, datetime], Sequence[str]]
Act = Callable[[UnitOfWork, str, datetime], None]

# What is due, by id, and what is done about each: it looks again, since somebody may have come back meanwhile.
CHORES: tuple[tuple[Look, Act], ...] = (
    (erasure.overdue, erasure.erase_overdue),
    (seats.lapsed, seats.empty_if_lapsed),
    (reservations.lapsed, reservations.release_lapsed),
    (ending.overdue, ending.end_overdue),
    (peers.unnoticed, peers.counsellor_went),
    (vanishing.left_behind, vanishing.give_up),
    (duties.over, duties.end_if_over),
    (sign_in.stale, sign_in.close_stale),
    (availability.changed_municipalities, availability.announce_if_changed),
)


def steps_due(session: Session, now: datetime) -> list[Step]:
    """Look what is due and return one small transaction for each; usually there is none."""
    return [_step(act, name, now) for look, act in CHORES for name in look(session, now)]


def lines_to_look_at(session: Session, now: datetime) -> list[Announcement]:
    """Return a hint about every line whose picture time alone has changed: a lease runs out unwritten."""
    lapsed = duty_rows.municipalities_with_lapsed_lease(session, now)
    return [Announcement(LineMoved(), (Everyone(served),)) for served in lapsed]


def forget_expired_tickets(work: UnitOfWork, now: datetime) -> None:
    """Delete the tickets nobody used in time."""
    tickets.delete_expired(work.session, now)


def _step(act: Act, name: str, now: datetime) -> Step:
    return lambda work: act(work, name, now)
