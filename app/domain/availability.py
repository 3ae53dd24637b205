"""What a youth is told right now: one value computed from hours and live duty."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.municipality import Stage


class AvailabilityState(StrEnum):
    """The states a chat can be in for the person who wants to write."""

    OPEN = "open"
    UNSTAFFED = "unstaffed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Availability:
    """A versioned level: a receiver drops whatever carries a lower version than it holds."""

    version: int
    state: AvailabilityState


def availability_state(*, stage: Stage, scheduled: bool, live_duties: int) -> AvailabilityState:
    """Decide whether a youth may join: open means scheduled *and* somebody is there."""
    if stage is Stage.PRACTICE or not scheduled:
        return AvailabilityState.CLOSED
    return AvailabilityState.OPEN if live_duties else AvailabilityState.UNSTAFFED
