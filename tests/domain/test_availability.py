"""Availability is the truth: open means scheduled, public, and somebody there."""

import pytest

from app.domain.availability import AvailabilityState, availability_state
from app.domain.municipality import Stage

OPEN, UNSTAFFED, CLOSED = AvailabilityState.OPEN, AvailabilityState.UNSTAFFED, AvailabilityState.CLOSED


@pytest.mark.parametrize(
    "stage, scheduled, live_duties, state",
    [
        (Stage.OPEN, True, 1, OPEN),
        (Stage.SOFT, True, 3, OPEN),
        (Stage.OPEN, True, 0, UNSTAFFED),
        (Stage.OPEN, False, 1, CLOSED),
        (Stage.OPEN, False, 0, CLOSED),
        (Stage.PRACTICE, True, 1, CLOSED),
    ],
)
def test_state(stage: Stage, scheduled: bool, live_duties: int, state: AvailabilityState) -> None:
    assert availability_state(stage=stage, scheduled=scheduled, live_duties=live_duties) is state
