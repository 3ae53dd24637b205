"""Who is next: urgent first, then first come first served; a sleeping phone is skipped, not lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """One youth in the line. ``place`` only orders; it is never shown."""

    conversation_id: str
    place: int
    urgent: bool
    connected: bool
    joined_at: datetime


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Return the line with its head first."""
    return sorted(waiting, key=lambda youth: (not youth.urgent, youth.place))


def next_up(line: Sequence[Waiting]) -> Waiting | None:
    """Return the first of an ordered line whose phone is awake, or None."""
    return next((youth for youth in line if youth.connected), None)


def ahead_of(conversation_id: str, line: Sequence[Waiting]) -> int:
    """Count those before a conversation in an ordered line, sleepers too: they keep their place."""
    return [youth.conversation_id for youth in line].index(conversation_id)


def place_behind(places: Iterable[int]) -> int:
    """Return a place behind all taken ones. A counter, not a time: a clock that steps back must not let anyone pass."""
    return max(places, default=0) + 1
