"""Who is next: handed over first, then urgent, then first come first served; a sleeping phone is skipped, not lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.duty import OnDuty


@dataclass(frozen=True, slots=True)
class Waiting:
    """One youth in the line. ``place`` only orders within one municipality; it is never shown.

    ``handed_over``: somebody held this conversation already. ``reserved_for``: the colleague it is kept for, or None.
    ``language``: that of their page.
    """

    conversation_id: str
    place: int
    urgent: bool
    connected: bool
    joined_at: datetime
    handed_over: bool = False
    reserved_for: str | None = None
    language: str = "da"


@dataclass(frozen=True, slots=True)
class Line:
    """One municipality's line, head first, with everyone who serves it: a versioned level."""

    municipality_id: str
    municipality_slug: str
    version: int
    waiting: tuple[Waiting, ...]
    duties: tuple[OnDuty, ...]
    as_of: datetime


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Return the line with its head first."""
    return sorted(waiting, key=lambda youth: (not youth.handed_over, not youth.urgent, youth.place))


def next_up(lines: Iterable[Sequence[Waiting]], staff_id: str) -> Waiting | None:
    """Return whom a counsellor takes next from the ordered lines they serve, or None.

    What a colleague reserved for them comes first, asleep or not; what is reserved for others is theirs. Places are
    comparable within one line only, so between the heads of several the longest wait decides.
    """
    heads = [youth for youth in (_head(line, staff_id) for line in lines) if youth is not None]
    return min(heads, key=lambda youth: _urgency(youth, staff_id), default=None)


def find_for(lines: Iterable[Sequence[Waiting]], staff_id: str, conversation_id: str) -> Waiting | None:
    """Return a named youth if they wait in one of these lines and are not kept for a colleague, or None."""
    everyone = (youth for line in lines for youth in line)
    named = next((youth for youth in everyone if youth.conversation_id == conversation_id), None)
    return named if named and named.reserved_for in {None, staff_id} else None


def ahead_of(conversation_id: str, line: Sequence[Waiting]) -> int:
    """Count those before a conversation in an ordered line, sleepers too: they keep their place."""
    return [youth.conversation_id for youth in line].index(conversation_id)


def _head(line: Sequence[Waiting], staff_id: str) -> Waiting | None:
    reserved = next((youth for youth in line if youth.reserved_for == staff_id), None)
    return reserved or next((youth for youth in line if youth.connected and youth.reserved_for is None), None)


def _urgency(youth: Waiting, staff_id: str) -> tuple[bool, bool, bool, datetime]:
    return youth.reserved_for != staff_id, not youth.handed_over, not youth.urgent, youth.joined_at
