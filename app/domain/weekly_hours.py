"""When something is open in an ordinary week, by the clock on a wall in Denmark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")
EVERY_DAY = range(7)  # Monday is 0
MIDNIGHT = time(0)
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """From ``begins`` on that weekday until just before ``ends``, which is the day after when it is no later."""

    weekday: int
    begins: time
    ends: time

    def covers(self, since_monday: timedelta) -> bool:
        """Say whether it is open when a wall clock has gone so far since the week began."""
        lasts = (_since_midnight(self.ends) - _since_midnight(self.begins)) % DAY or DAY
        return (since_monday - self.weekday * DAY - _since_midnight(self.begins)) % WEEK < lasts


Hours = tuple[Opening, ...]


def on(weekdays: Iterable[int], begins: time, ends: time) -> Hours:
    """Return the same hours on each of these days."""
    return tuple(Opening(weekday, begins, ends) for weekday in weekdays)


AROUND_THE_CLOCK = on(EVERY_DAY, MIDNIGHT, MIDNIGHT)


def covers(hours: Hours, now: datetime) -> bool:
    """Say whether it is open now.

    Whoever reads opening hours looks at a clock, so the clock decides, in the nights when it jumps as in any other.
    """
    wall = now.astimezone(DENMARK)
    since_monday = wall.weekday() * DAY + _since_midnight(wall.time())
    return any(opening.covers(since_monday) for opening in hours)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
