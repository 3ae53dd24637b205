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


def erase_at(reason: EndReason, now: datetime) -> datetime:
    """Return when an ended conversation goes even if the other side never confirms it has seen the end."""
    return now + (timedelta(seconds=60) if reason is EndReason.EXIT else timedelta(minutes=15))


def confirms_end(ended_by: Side | None, side: Side, after: int, last: int) -> bool:
    """Say whether one side's "I have everything up to ``after``" proves that the other side's end was seen."""
    return ended_by is not None and ended_by is not side and after >= last
