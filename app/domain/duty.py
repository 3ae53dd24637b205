"""A counsellor's time at the console: it is live only as long as the console's heartbeat says so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# A counsellor who has gone is noticed within this time; the heartbeat comes every 10 s.
LEASE = timedelta(seconds=30)
# A duty not renewed for this long is over: it outlives a reload or a restart, but not a laptop shut for the night.
OVER_AFTER = timedelta(minutes=2)
MAX_CAPACITY = 3


class DutyState(StrEnum):
    """What a counsellor has said about their time; ``off`` is stored as no duty at all."""

    ON = "on"
    PAUSE = "pause"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class OnDuty:
    """What a counsellor's colleagues may know of a duty; ``room`` is the number of free places."""

    staff_id: str
    name: str
    state: DutyState
    is_live: bool
    capacity: int
    room: int


def is_live(state: DutyState, lease_until: datetime, now: datetime) -> bool:
    """Say whether a counsellor can take someone now. A pause cannot, and neither can a console that fell silent."""
    return state is DutyState.ON and now < lease_until


def renewed(lease_until: datetime | None, now: datetime) -> datetime:
    """Return until when a sign of life at ``now`` keeps a duty alive; None is a duty that begins.

    Never shortened: a request that read the time before the ticker moved every lease must not undo that.
    """
    return max(lease_until or now, now + LEASE)


def free_slot(taken: Collection[int], capacity: int) -> int | None:
    """Return the lowest free place (1, 2 or 3) of a counsellor, or None when as many are taken as they have room for.

    A capacity that was lowered meanwhile drops nobody; it only keeps new ones out.
    """
    if len(taken) >= capacity:
        return None
    return next(slot for slot in range(1, MAX_CAPACITY + 1) if slot not in taken)
