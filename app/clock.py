"""The only module that asks what time it is; the edges pass the answer inwards as ``now``."""

from datetime import UTC, datetime, timedelta

# As long as the ticker has not looked at what a silence means, no more than this much time has passed.
LONGEST_PAUSE = timedelta(seconds=10)


class Clock:
    """Time that waits for the ticker: after an outage, a suspended machine or a step of the clock nothing may expire
    before the ticker has moved every lease and seat by the time that nobody could use."""

    def __init__(self) -> None:
        self._confirmed: datetime | None = None

    def now(self) -> datetime:
        """Return this instant, aware, in UTC; not before what the ticker has confirmed, and at most 10 s past it.

        After a step back it stands still: what is written before the ticker has moved everything is moved with it.
        """
        instant = wall()
        if self._confirmed is None:
            return instant
        return min(max(instant, self._confirmed), self._confirmed + LONGEST_PAUSE)

    def confirm(self, instant: datetime) -> None:
        """Let time go on from here: whatever it would have expired wrongly has been moved."""
        self._confirmed = instant


def wall() -> datetime:
    """Return what the machine's clock says, aware, in UTC."""
    return datetime.now(UTC)


_clock = Clock()
now = _clock.now
confirm = _clock.confirm
