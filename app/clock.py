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

    def now(self) -> datetime:
        """Return this instant, aware, in UTC; at most 10 s past what the ticker has confirmed, and never before it.

        A lease that was renewed behind a step backwards would be moved with all the others, into the past.
        """
        instant, confirmed = self._machine(), self._confirmed
        return instant if confirmed is None else max(confirmed, min(instant, confirmed + LONGEST_PAUSE))

    def confirm(self, instant: datetime) -> None:
        """Let time go on from here: whatever it would have expired wrongly has been moved."""
        self._confirmed = instant


def wall() -> datetime:
    """Return what the machine's clock says, aware, in UTC."""
    return datetime.now(UTC)


def steady() -> float:
    """Return seconds since an instant that means nothing: for durations, which no step of the wall clock may touch."""
    return time.monotonic()


_clock = Clock()
now = _clock.now
confirm = _clock.confirm
