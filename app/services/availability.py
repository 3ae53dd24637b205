"""Availability: computed afresh wherever it decides something, announced only when it became another value."""

from datetime import datetime

from app.domain import opening_hours
from app.domain.availability import Availability, AvailabilityState, availability_state
from app.domain.errors import Code, Refused
from app.domain.events import AvailabilityChanged
from app.domain.opening_hours import Schedule
from app.domain.recipients import Consoles, Pages
from app.persistence import availabilities, duties, municipalities
from app.persistence.unit_of_work import Session, UnitOfWork


def state_of(
    session: Session, municipality_id: str, now: datetime, schedule: Schedule = opening_hours.always
) -> AvailabilityState:
    """Compute what a youth of this municipality is to be told at ``now``."""
    return availability_state(
        stage=municipalities.find(session, municipality_id).stage,
        scheduled=schedule(now),
        live_duties=duties.count_live(session, municipality_id, now),
    )


def announced(session: Session, municipality_id: str) -> Availability:
    """Return the level that was last announced."""
    row = availabilities.find(session, municipality_id)
    return Availability(row.version, row.state)


def require_open(session: Session, municipality_id: str, now: datetime) -> None:
    """Hold the door of ``join``. Raises ``E_CLOSED``."""
    if state_of(session, municipality_id, now) is not AvailabilityState.OPEN:
        raise Refused(Code.CLOSED)


def announce_if_changed(work: UnitOfWork, municipality_id: str, now: datetime) -> None:
    """Compare with what was announced last; store and announce a new version where it differs."""
    state = state_of(work.session, municipality_id, now)
    version = availabilities.change_to(work.session, municipality_id, state)
    if version is not None:
        change = AvailabilityChanged(Availability(version, state))
        work.announce(change, Pages(municipality_id), Consoles(municipality_id))


def changed_municipalities(session: Session, now: datetime, schedule: Schedule = opening_hours.always) -> list[str]:
    """Return the municipalities whose announced value is no longer true; three queries, however many there are."""
    live = duties.live_by_municipality(session, now)
    announced_states = availabilities.states(session)
    return [
        row.id
        for row in municipalities.every(session)
        if announced_states[row.id]
        is not availability_state(stage=row.stage, scheduled=schedule(now), live_duties=live.get(row.id, 0))
    ]
