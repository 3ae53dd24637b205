"""Duties: a counsellor says on, pause or off; the heartbeat keeps it true."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain import duty as rules
from app.domain.duty import DutyState
from app.domain.errors import Code, Refused
from app.persistence import conversations, duties, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.duties import Duty
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import availability, handing_over, peers, reservations, waiting_line


@dataclass(frozen=True, slots=True)
class DutyLevel:
    """What a console shows of its own counsellor."""

    state: DutyState
    capacity: int
    municipality_ids: Collection[str]


def level(session: Session, staff_id: str) -> DutyLevel:
    """Return someone's duty. Whoever still holds a conversation pauses at least: their console must find back to it."""
    duty = duties.find(session, staff_id)
    if duty is not None:
        return DutyLevel(duty.state, duty.capacity, duties.municipalities_of(session, staff_id))
    held = conversations.held_by(session, staff_id)
    return DutyLevel(DutyState.PAUSE if held else DutyState.OFF, 1, {row.municipality_id for row in held})


def set_duty(
    work: UnitOfWork,
    staff_id: str,
    *,
    state: DutyState,
    capacity: int | None,
    municipality_ids: Collection[str],
    now: datetime,
) -> list[Conversation]:
    """Set the level of someone's duty and return the conversations they hold.

    Raises ``E_CONFLICT`` when it would no longer serve, or off when it could no longer tend, a running conversation.
    """
    duty = duties.lock(work.session, staff_id)
    before = duties.municipalities_of(work.session, staff_id)
    after = [] if state is DutyState.OFF else sorted(municipality_ids)
    if any(row.municipality_id not in after for row in conversations.active_of(work.session, staff_id)):
        raise Refused(Code.CONFLICT)
    _hold_lines(work, staff_id, {*before, *after})
    _store(work.session, duty, staff_id, state, capacity, now)
    duties.serve(work.session, staff_id, after)
    work.session.flush()
    _settle(work, staff_id, state, after)
    _tell(work, {*before, *after}, now)
    for municipality_id in after:
        # With the line held, no join slips between the line this console is shown and the changes it will hear of.
        waiting_line.show(work, municipality_id, staff_id, now)
    return list(conversations.held_by(work.session, staff_id))


def leave(work: UnitOfWork, staff_id: str, now: datetime) -> None:
    """Let someone go who signs out, whatever they hold: others go on for them."""
    duty = duties.lock(work.session, staff_id)
    _hold_lines(work, staff_id, duties.municipalities_of(work.session, staff_id))
    _settle(work, staff_id, DutyState.OFF, [])
    _end(work, duty, now)


def end_if_over(work: UnitOfWork, staff_id: str, now: datetime) -> None:
    """End a duty unless its console has come back meanwhile. What it held it may still find when it comes later."""
    duty = duties.lock(work.session, staff_id)
    if duty is not None and duty.lease_until < now - rules.OVER_AFTER:
        _hold_lines(work, staff_id, duties.municipalities_of(work.session, staff_id))
        reservations.release_all(work, staff_id)
        _end(work, duty, now)


def over(session: Session, now: datetime) -> list[str]:
    """Return the ids of everyone whose duty nobody has renewed for so long that it is over."""
    return list(duties.staff_lapsed_before(session, now - rules.OVER_AFTER))


def renew(work: UnitOfWork, staff_id: str, now: datetime) -> DutyState:
    """Keep a duty alive on the console's heartbeat and return what it is; off when there is none."""
    duty = duties.lock(work.session, staff_id)
    if duty is None:
        return DutyState.OFF
    was_silent = duty.lease_until <= now
    duty.lease_until = rules.renewed(duty.lease_until, now)
    work.session.flush()
    peers.counsellor_came(work, staff_id)
    for municipality_id in duties.municipalities_of(work.session, staff_id):
        availability.announce_if_changed(work, municipality_id, now)
        if was_silent:
            waiting_line.moved(work, municipality_id)
    return duty.state


def _hold_lines(work: UnitOfWork, staff_id: str, municipality_ids: Iterable[str]) -> None:
    """Hold every line in which this counsellor serves, holds or has something reserved."""
    own = [*conversations.held_by(work.session, staff_id), *conversations.at_desk(work.session, staff_id)]
    waiting_lines.begin_changes(work.session, {*municipality_ids, *(row.municipality_id for row in own)})


def _settle(work: UnitOfWork, staff_id: str, state: DutyState, served: Collection[str]) -> None:
    """Let go of what this state cannot keep."""
    reservations.release_all(work, staff_id, but_in=served if state is DutyState.ON else ())
    if state is DutyState.OFF:
        handing_over.give_up_all(work, staff_id)
    else:
        peers.counsellor_came(work, staff_id)


def _tell(work: UnitOfWork, municipality_ids: Iterable[str], now: datetime) -> None:
    for municipality_id in sorted(municipality_ids):
        availability.announce_if_changed(work, municipality_id, now)
        waiting_line.moved(work, municipality_id)


def _end(work: UnitOfWork, duty: Duty | None, now: datetime) -> None:
    if duty is not None:
        served = duties.municipalities_of(work.session, duty.staff_id)
        work.session.delete(duty)
        work.session.flush()
        _tell(work, served, now)


def _store(
    session: Session, duty: Duty | None, staff_id: str, state: DutyState, capacity: int | None, now: datetime
) -> None:
    if state is DutyState.OFF:
        if duty is not None:
            session.delete(duty)
            session.flush()
        return
    if duty is None:
        duty = Duty(staff_id=staff_id, capacity=1)
        session.add(duty)
    duty.state = state
    duty.capacity = capacity or duty.capacity
    duty.lease_until = rules.renewed(duty.lease_until, now)
    session.flush()
