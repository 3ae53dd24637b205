"""One durable fact of a conversation. Nothing in it identifies a counsellor or tells a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What a log entry says."""

    JOINED = "joined"
    PAIRED = "paired"
    KEY_SEALED = "key_sealed"
    MESSAGE = "message"
    HANDED_OVER = "handed_over"
    ENDED = "ended"


Fields = Mapping[str, str | bool]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry as both sides see it; ``fields`` are the wire fields of its kind."""

    seq: int
    kind: EntryKind
    fields: Fields
