"""What is announced after a commit."""

from dataclasses import dataclass

from app.domain.availability import Availability
from app.domain.log_entry import LogEntry
from app.domain.recipients import Recipient
from app.domain.waiting_line import Line


@dataclass(frozen=True, slots=True)
class EntryAppended:
    """A conversation's log grew by one entry."""

    conversation_id: str
    entry: LogEntry


@dataclass(frozen=True, slots=True)
class LineMoved:
    """A line looks different. Who is to be told what follows from how it looks, and is told once for a whole burst."""


@dataclass(frozen=True, slots=True)
class PositionChanged:
    """A waiting youth's place is known anew."""

    version: int
    ahead: int


@dataclass(frozen=True, slots=True)
class WaitingLineChanged:
    """Who waits in a municipality is known anew."""

    line: Line


@dataclass(frozen=True, slots=True)
class DutiesChanged:
    """Who serves a municipality is known anew; for staff only."""

    line: Line


@dataclass(frozen=True, slots=True)
class PeerChanged:
    """The other side of a conversation came or went: a versioned level."""

    conversation_id: str
    version: int
    connected: bool


@dataclass(frozen=True, slots=True)
class Typing:
    """The other side writes, or has stopped. Nothing is stored; a receiver lets it lapse by itself."""

    conversation_id: str
    on: bool


@dataclass(frozen=True, slots=True)
class ReadUpTo:
    """The other side has seen everything up to a number, which only grows."""

    conversation_id: str
    seq: int


@dataclass(frozen=True, slots=True)
class AvailabilityChanged:
    """A municipality's availability became another value."""

    availability: Availability


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A sign-in is over; its consoles must go."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A counsellor opened another console; the older one must go."""


Farewell = SignedOut | Replaced

Event = (
    EntryAppended
    | LineMoved
    | PositionChanged
    | WaitingLineChanged
    | DutiesChanged
    | PeerChanged
    | Typing
    | ReadUpTo
    | AvailabilityChanged
    | Farewell
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One event and everyone who is to hear it."""

    event: Event
    recipients: tuple[Recipient, ...]
