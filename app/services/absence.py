"""Absence is not downtime: an outage of ours must not cost anyone their place, their duty or their sign-in."""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.domain.absence import gap_between
from app.persistence import conversations, duties, last_runs, staff_sessions
from app.persistence.unit_of_work import UnitOfWork


def note_run(work: UnitOfWork, now: datetime, hold: Callable[[], None]) -> timedelta:
    """Note that the ticker runs, and move everything that nobody could renew by the time it did not run.

    It comes before anything may expire. Returns the gap: nothing after an ordinary pause. ``hold`` is called once
    every write that has begun is either moved with the rest, or will not commit.
    """
    last = last_runs.lock(work.session, now)
    gap = gap_between(last.ended_at, now)
    last.ended_at = now
    if gap:
        last_runs.keep_writers_out(work.session)
        hold()
        _move(work, gap)
    if gap < timedelta():
        _hasten_erasures(work, gap)
    return gap


def _move(work: UnitOfWork, gap: timedelta) -> None:
    for duty in duties.every(work.session):
        duty.lease_until += gap
    for conversation in conversations.unended(work.session):
        conversation.seat_until += gap
        if conversation.reserved_until is not None:
            conversation.reserved_until += gap
    for sign_in in staff_sessions.every(work.session):
        sign_in.seen_at += gap


def _hasten_erasures(work: UnitOfWork, gap: timedelta) -> None:
    """Quarter of an hour after the end is a promise: a clock set back must not put the erasure off by an hour."""
    for conversation in conversations.ended(work.session):
        if conversation.erase_at is not None:
            conversation.erase_at += gap
