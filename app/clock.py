"""The only module that asks what time it is; the edges pass the answer inwards as ``now``."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

# As long as the ticker has not looked at what a silence means, no more than this much time has passed.
LONGEST_PAUSE = timedelta(seconds=10)


class Clock:
    """Time that waits for the ticker: after an outage, a suspended machine or a step of the clock nothing may expire
    before the ticker has moved every lease and seat by the time that nobody could use.

    ``machine`` tells the time; left out, it is the machine's own clock.
    """

    def __init__(self, machine: Callable[[], datetime] | None = None) -> None:
        self._machine = machine or wall
        self._confirmed: datetime | None = None
        self._era: object = object()
        self._is_held = False

    def now(self) -> datetime:
        """Return this instant, aware, in UTC; at most 10 s past what the ticker has confirmed, and never before it.

        A lease that was renewed behind a step backwards would be moved with all the others, into the past.
        """
        instant, confirmed = self._machine(), self._confirmed
        return instant if confirmed is None else max(confirmed, min(instant, confirmed + LONGEST_PAUSE))

    def era(self) -> object:
        """Return what all instants have in common between which no lease was moved; unlike any other during a move.

        What was written with an instant of one era is wrong by hours in the next.
        """
        return object() if self._is_held else self._era

    def hold(self) -> None:
        """Begin another era with the next confirmed instant: the ticker is about to move every lease and seat."""
        self._is_held = True

    def confirm(self, instant: datetime) -> None:
        """Let time go on from here: whatever it would have expired wrongly has been moved."""
        self._confirmed = instant
        if self._is_held:
            self._era, self._is_held = object(), False


def wall() -> datetime:
    """Return what the machine's clock says, aware, in UTC."""
    return datetime.now(UTC)


def steady() -> float:
    """Return seconds since an instant that means nothing: for durations, which no step of the wall clock may touch."""
    return time.monotonic()


_clock = Clock()
now = _clock.now
era = _clock.era
hold = _clock.hold
confirm = _clock.confirm
