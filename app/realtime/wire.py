"""How events look on the wire: (event name, payload). What is not written here is never sent."""

from functools import singledispatch
from typing import Any

from app.domain.availability import Availability
from app.domain.events import (
    AvailabilityChanged,
    Counsellor,
    EntryAppended,
    Event,
    PositionChanged,
    Recipient,
    SignedOut,
    WaitingLineChanged,
)
from app.domain.log_entry import LogEntry
from app.domain.waiting_line import Waiting
from app.services.sync import Synced

Payload = dict[str, Any]


@singledispatch
def frame(event: Event, recipient: Recipient) -> tuple[str, Payload]:
    """Return what one recipient is sent about an event."""
    raise TypeError(type(event).__name__)


@frame.register
def _(event: EntryAppended, recipient: Recipient) -> tuple[str, Payload]:
    payload = entry(event.entry)
    if isinstance(recipient, Counsellor):
        payload["conversation"] = event.conversation_id
    return "entry", payload


@frame.register
def _(event: PositionChanged, recipient: Recipient) -> tuple[str, Payload]:
    return "position", position(event)


@frame.register
def _(event: WaitingLineChanged, recipient: Recipient) -> tuple[str, Payload]:
    waiting = [_waiting(youth, event) for youth in event.waiting]
    return "waiting_line", {"v": event.version, "waiting": waiting}


@frame.register
def _(event: AvailabilityChanged, recipient: Recipient) -> tuple[str, Payload]:
    return "availability", availability(event.availability)


@frame.register
def _(event: SignedOut, recipient: Recipient) -> tuple[str, Payload]:
    return "bye", {"code": "E_AUTH"}


def entry(fact: LogEntry) -> Payload:
    """Return one log entry."""
    return {"seq": fact.seq, "kind": fact.kind.value, **fact.fields}


def position(level: PositionChanged) -> Payload:
    """Return a place in the line."""
    return {"v": level.version, "ahead": level.ahead}


def availability(level: Availability) -> Payload:
    """Return what a youth may be told right now."""
    return {"v": level.version, "state": level.state.value}


def _waiting(youth: Waiting, line: WaitingLineChanged) -> Payload:
    since = line.as_of - youth.joined_at
    return {
        "conversation": youth.conversation_id,
        "municipality": line.municipality_slug,
        "since_s": max(0, int(since.total_seconds())),
        "urgent": youth.urgent,
        "connected": youth.connected,
    }


def synced(result: Synced) -> Payload:
    """Return the answer of ``sync``. ``read`` stays 0 until receipts for reading exist."""
    return {
        "entries": [entry(fact) for fact in result.entries],
        "last": result.last,
        "state": result.state.value,
        "read": 0,
        "more": result.more,
    }
