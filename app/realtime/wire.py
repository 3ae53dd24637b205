"""How events look on the wire: (event name, payload). What is not written here is never sent."""

from functools import singledispatch
from typing import Any

from app.domain.availability import Availability
from app.domain.duty import OnDuty
from app.domain.errors import Code
from app.domain.events import (
    AvailabilityChanged,
    DutiesChanged,
    EntryAppended,
    Event,
    PeerChanged,
    PositionChanged,
    ReadUpTo,
    Replaced,
    SignedOut,
    Typing,
    WaitingLineChanged,
)
from app.domain.log_entry import LogEntry
from app.domain.recipients import Counsellor, Recipient
from app.domain.waiting_line import Line, Waiting
from app.services.sync import Synced

Payload = dict[str, Any]


@singledispatch
def frame(event: Event, recipient: Recipient) -> tuple[str, Payload]:
    """Return what one recipient is sent about an event."""
    raise TypeError(type(event).__name__)


@frame.register
def _(event: EntryAppended, recipient: Recipient) -> tuple[str, Payload]:
    return "entry", _named(event.conversation_id, recipient, entry(event.entry))


@frame.register
def _(event: PositionChanged, recipient: Recipient) -> tuple[str, Payload]:
    return "position", position(event)


@frame.register
def _(event: WaitingLineChanged, recipient: Recipient) -> tuple[str, Payload]:
    line = event.line
    waiting = [_waiting(youth, line, recipient) for youth in line.waiting]
    return "waiting_line", {"v": line.version, "municipality": line.municipality_slug, "waiting": waiting}


@frame.register
def _(event: DutiesChanged, recipient: Recipient) -> tuple[str, Payload]:
    line = event.line
    duties = [_on_duty(duty) for duty in line.duties]
    return "duties", {"v": line.version, "municipality": line.municipality_slug, "duties": duties}


@frame.register
def _(event: PeerChanged, recipient: Recipient) -> tuple[str, Payload]:
    return "peer", _named(event.conversation_id, recipient, peer(event))


@frame.register
def _(event: Typing, recipient: Recipient) -> tuple[str, Payload]:
    return "typing", _named(event.conversation_id, recipient, {"on": event.on})


@frame.register
def _(event: ReadUpTo, recipient: Recipient) -> tuple[str, Payload]:
    return "read", _named(event.conversation_id, recipient, {"seq": event.seq})


@frame.register
def _(event: AvailabilityChanged, recipient: Recipient) -> tuple[str, Payload]:
    return "availability", availability(event.availability)


@frame.register
def _(event: SignedOut, recipient: Recipient) -> tuple[str, Payload]:
    return "bye", {"code": Code.AUTH.value}


@frame.register
def _(event: Replaced, recipient: Recipient) -> tuple[str, Payload]:
    return "bye", {"code": Code.REPLACED.value}


def entry(fact: LogEntry) -> Payload:
    """Return one log entry."""
    return {"seq": fact.seq, "kind": fact.kind.value, **fact.fields}


def position(level: PositionChanged) -> Payload:
    """Return a place in the line."""
    return {"v": level.version, "ahead": level.ahead}


def availability(level: Availability) -> Payload:
    """Return what a youth may be told right now."""
    return {"v": level.version, "state": level.state.value}


def peer(level: PeerChanged) -> Payload:
    """Return whether the other side is there."""
    return {"v": level.version, "connected": level.connected}


def synced(result: Synced) -> Payload:
    """Return the answer of ``sync``."""
    return {
        "entries": [entry(fact) for fact in result.entries],
        "last": result.last,
        "state": result.state.value,
        "read": result.read,
        "more": result.more,
    }


def _named(conversation_id: str, recipient: Recipient, payload: Payload) -> Payload:
    """A youth has one conversation; a counsellor must be told which one is meant."""
    return {**payload, "conversation": conversation_id} if isinstance(recipient, Counsellor) else payload


def _waiting(youth: Waiting, line: Line, recipient: Recipient) -> Payload:
    since = line.as_of - youth.joined_at
    return {
        "conversation": youth.conversation_id,
        "municipality": line.municipality_slug,
        "since_s": max(0, int(since.total_seconds())),
        "urgent": youth.urgent,
        "connected": youth.connected,
        "handed_over": youth.handed_over,
        "reserved": _reserved(youth, recipient),
        "language": youth.language,
    }


def _reserved(youth: Waiting, recipient: Recipient) -> str | None:
    if youth.reserved_for is None:
        return None
    return "you" if recipient == Counsellor(youth.reserved_for) else "colleague"


def _on_duty(duty: OnDuty) -> Payload:
    return {
        "staff": duty.staff_id,
        "name": duty.name,
        "state": duty.state.value,
        "live": duty.is_live,
        "capacity": duty.capacity,
        "room": duty.room,
    }
