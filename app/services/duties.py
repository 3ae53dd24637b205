"""Duties: a counsellor says on, pause or off; the heartbeat keeps it true."""

from dataclasses import dataclass
from datetime import datetime

from app.domain import duty as rules
from app.domain.duty import DutyState
from app.domain.errors import Code, Refused
from app.domain.events import Counsellor
from app.persistence import conversations, duties, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.duties import Duty
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import availability, waiting_line


@dataclass(frozen=True, slots=True)
class DutyLevel:
    """What a console shows of its own counsellor."""

    state: DutyState
    capacity: int


def level(session: Session, staff_id: str, municipality_id: str) -> DutyLevel:
    """Return someone's duty for one municipality.

    Whoever still holds a conversation there pauses at least: their console must find back to it.
    """
    duty = duties.find(session, staff_id)
    if duty is not None and duty.municipality_id == municipality_id:
        return DutyLevel(duty.state, duty.capacity)
    held = _held_in(session, staff_id, municipality_id)
    return DutyLevel(DutyState.PAUSE if held else DutyState.OFF, 1)


def set_duty(
    work: UnitOfWork, staff_id: str, municipality_id: str, *, state: DutyState, capacity: int | None, now: datetime
) -> list[Conversation]:
    """Set the level of someone's duty and return the conversations they hold there.

    Raises ``E_CONFLICT`` when going off, or to another municipality, with a running conversation.
    """
    duty = duties.lock(work.session, staff_id)
    moves = duty is not None and duty.municipality_id != municipality_id
    if (state is DutyState.OFF or moves) and conversations.count_active(work.session, staff_id):
        raise Refused(Code.CONFLICT)
    before = duty.municipality_id if duty is not None else municipality_id
    _store(work.session, duty, staff_id, municipality_id, state, capacity, now)
    work.session.flush()
    for touched in sorted({before, municipality_id}):
        availability.announce_if_changed(work, touched, now)
    if state is not DutyState.OFF:
        # With the line held, no join slips between the line this console is shown and the changes it will hear of.
        waiting_lines.begin_change(work.session, municipality_id)
        work.announce(waiting_line.level(work.session, municipality_id, now), Counsellor(staff_id))
    return _held_in(work.session, staff_id, municipality_id)


def end(work: UnitOfWork, staff_id: str, now: datetime) -> None:
    """End someone's duty, whatever they hold: they signed out, or nobody has heard of their console for long."""
    duty = duties.lock(work.session, staff_id)
    if duty is not None:
        work.session.delete(duty)
        work.session.flush()
        availability.announce_if_changed(work, duty.municipality_id, now)


def end_if_over(work: UnitOfWork, staff_id: str, now: datetime) -> None:
    """End a duty unless its console has come back meanwhile."""
    duty = duties.lock(work.session, staff_id)
    if duty is not None and duty.lease_until < now - rules.OVER_AFTER:
        end(work, staff_id, now)


def over(session: Session, now: datetime) -> list[str]:
    """Return the ids of everyone whose duty nobody has renewed for so long that it is over."""
    return list(duties.staff_lapsed_before(session, now - rules.OVER_AFTER))


def renew(work: UnitOfWork, staff_id: str, now: datetime) -> bool:
    """Keep a duty alive on the console's heartbeat and say whether there was one."""
    duty = duties.lock(work.session, staff_id)
    if duty is None:
        return False
    duty.lease_until = rules.lease_from(now)
    work.session.flush()
    availability.announce_if_changed(work, duty.municipality_id, now)
    return True


def _held_in(session: Session, staff_id: str, municipality_id: str) -> list[Conversation]:
    held = conversations.held_by(session, staff_id)
    return [conversation for conversation in held if conversation.municipality_id == municipality_id]


def _store(
    session: Session,
    duty: Duty | None,
    staff_id: str,
    municipality_id: str,
    state: DutyState,
    capacity: int | None,
    now: datetime,
) -> None:
    if state is DutyState.OFF:
        if duty is not None:
            session.delete(duty)
        return
    if duty is None:
        duty = Duty(staff_id=staff_id, capacity=1)
        session.add(duty)
    duty.municipality_id = municipality_id
    duty.state = state
    duty.capacity = capacity or duty.capacity
    duty.lease_until = rules.lease_from(now)
