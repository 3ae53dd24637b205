"""Duties: a counsellor says on, pause or off; the heartbeat keeps it true."""

from dataclasses import dataclass
from datetime import datetime

from app.domain import duty as rules
from app.domain.duty import DutyState
from app.domain.errors import Code, Refused
from app.domain.events import Counsellor
from app.persistence import conversations, duties
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
    """Return someone's duty for one municipality."""
    duty = duties.find(session, staff_id)
    if duty is None or duty.municipality_id != municipality_id:
        return DutyLevel(DutyState.OFF, 1)
    return DutyLevel(duty.state, duty.capacity)


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
    for touched in {before, municipality_id}:
        availability.announce_if_changed(work, touched, now)
    if state is not DutyState.OFF:
        work.announce(waiting_line.level(work.session, municipality_id, now), Counsellor(staff_id))
    held = conversations.held_by(work.session, staff_id)
    return [conversation for conversation in held if conversation.municipality_id == municipality_id]


def renew(work: UnitOfWork, staff_id: str, now: datetime) -> bool:
    """Keep a duty alive on the console's heartbeat and say whether there was one."""
    duty = duties.lock(work.session, staff_id)
    if duty is None:
        return False
    duty.lease_until = rules.lease_from(now)
    work.session.flush()
    availability.announce_if_changed(work, duty.municipality_id, now)
    return True


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
