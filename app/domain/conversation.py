"""The life of a conversation: waiting, active, ended, erased."""

from datetime import datetime, timedelta
from enum import StrEnum


class ConversationState(StrEnum):
    """Where a conversation is in its life; erased is no row at all."""

    WAITING = "waiting"
    ACTIVE = "active"
    ENDED = "ended"


class Side(StrEnum):
    """The two ends of a conversation. There is never more to know about a counsellor than this word."""

    YOUTH = "youth"
    COUNSELLOR = "counsellor"


class EndReason(StrEnum):
    """Why a conversation ended."""

    DONE = "done"
    EXIT = "exit"
    TIMEOUT = "timeout"
    CLOSED = "closed"
    BLOCKED = "blocked"


# A phone may sleep this long before its conversation, or its place in the line, is over.
LONGEST_SLEEP = timedelta(minutes=30)
LONGEST_CONVERSATION = timedelta(hours=12)


def overdue_end(
    state: ConversationState, *, joined_at: datetime, seat_until: datetime, scheduled: bool, now: datetime
) -> EndReason | None:
    """Return why time alone ends a conversation at ``now``, or None while it goes on.

    A phone that is awake is never cut off before the twelve hours are over; one that sleeps in the line keeps its
    place for half an hour or until the chat closes.
    """
    if state is ConversationState.ENDED:
        return None
    if now - joined_at >= LONGEST_CONVERSATION or now - seat_until >= LONGEST_SLEEP:
        return EndReason.TIMEOUT
    if state is ConversationState.WAITING and not scheduled and now >= seat_until:
        return EndReason.CLOSED
    return None


def erase_at(reason: EndReason, now: datetime) -> datetime:
    """Return when an ended conversation goes even if the other side never confirms it has seen the end."""
    return now + (timedelta(seconds=60) if reason is EndReason.EXIT else timedelta(minutes=15))


def confirms_end(ended_by: Side | None, side: Side, after: int, last: int) -> bool:
    """Say whether one side's "I have everything up to ``after``" proves that the other side's end was seen."""
    return ended_by is not None and ended_by is not side and after >= last
