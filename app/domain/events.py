"""What is announced after a commit, and to whom: recipients are always explicit."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.availability import Availability
from app.domain.log_entry import LogEntry
from app.domain.waiting_line import Waiting


@dataclass(frozen=True, slots=True)
class Youth:
    """The youth of one conversation, on however many open pages."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class Counsellor:
    """One counsellor's consoles."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Every open youth page of one municipality."""

    municipality_id: str


@dataclass(frozen=True, slots=True)
class Consoles:
    """Every open console of one municipality."""

    municipality_id: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """The consoles opened under one sign-in."""

    staff_session_id: str


Recipient = Youth | Counsellor | Pages | Consoles | SignIn


@dataclass(frozen=True, slots=True)
class EntryAppended:
    """A conversation's log grew by one entry."""

    conversation_id: str
    entry: LogEntry


@dataclass(frozen=True, slots=True)
class PositionChanged:
    """A waiting youth's place is known anew."""

    version: int
    ahead: int


@dataclass(frozen=True, slots=True)
class WaitingLineChanged:
    """The line of a municipality looks different; it comes whole, head first."""

    version: int
    municipality_slug: str
    waiting: tuple[Waiting, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class AvailabilityChanged:
    """A municipality's availability became another value."""

    availability: Availability


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A sign-in is over; its consoles must go."""


Event = EntryAppended | PositionChanged | WaitingLineChanged | AvailabilityChanged | SignedOut


@dataclass(frozen=True, slots=True)
class Announcement:
    """One event and everyone who is to hear it."""

    event: Event
    recipients: tuple[Recipient, ...]
