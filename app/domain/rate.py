"""How often something may be done: a bucket of tokens that fills again by itself, one for each of many keys."""

import math
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``burst`` at once, and ``per_second`` in the long run."""

    burst: int
    per_second: float


@dataclass(frozen=True, slots=True)
class Level:
    """How many tokens were left at an instant, in seconds of a steady clock."""

    tokens: float
    at: float


def level_at(rate: Rate, level: Level | None, now: float) -> Level:
    """Return what has come of a level by ``now``; nobody's level is a full bucket."""
    if level is None:
        return Level(rate.burst, now)
    gained = max(0.0, now - level.at) * rate.per_second
    return Level(min(rate.burst, level.tokens + gained), now)


def take(rate: Rate, level: Level | None, now: float) -> tuple[Level, float]:
    """Take one token, if there is one.

    Returns the level afterwards and the seconds until a token will be there: 0 when one was taken.
    """
    present = level_at(rate, level, now)
    if present.tokens >= 1:
        return Level(present.tokens - 1, now), 0.0
    return present, (1 - present.tokens) / rate.per_second


class Limiter:
    """One rate kept for many keys, in memory only. Whoever was idle longest is forgotten when there are too many."""

    def __init__(self, rate: Rate, *, size: int) -> None:
        self._rate = rate
        self._size = size
        self._levels: dict[str, Level] = {}
        self._turn = Lock()

    def __len__(self) -> int:
        return len(self._levels)

    def take(self, key: str, now: float) -> float:
        """Take a token of ``key``; returns 0, or the seconds to wait, in which case nothing was taken."""
        with self._turn:
            level, wait = take(self._rate, self._levels.pop(key, None), now)
            self._levels[key] = level
            if len(self._levels) > self._size:
                del self._levels[next(iter(self._levels))]
        return wait

    def give_back(self, key: str, now: float) -> None:
        """Return a token that was taken for something that does not count after all."""
        with self._turn:
            if key in self._levels:
                level = level_at(self._rate, self._levels[key], now)
                self._levels[key] = Level(min(self._rate.burst, level.tokens + 1), now)

    def forget(self, key: str) -> None:
        """Drop a key that will not come back."""
        with self._turn:
            self._levels.pop(key, None)


def retry_ms(wait: float) -> int:
    """Return a wait in seconds as a client is told it: whole milliseconds, and never so few that it is too early."""
    return max(100, math.ceil(wait * 1000))
