"""Sync: everything that followed a sequence number. This is how a page resumes, and how a lost push heals."""

from dataclasses import dataclass

from app.domain.conversation import ConversationState, Side
from app.domain.log_entry import LogEntry
from app.domain.participant import Participant
from app.persistence import log_entries
from app.persistence.unit_of_work import Session
from app.services import erasure, participation, reading

MAX_ENTRIES = 200
MAX_CHARACTERS = 256 * 1024 - 4096  # leaves room for the frame around the entries
ENTRY_OVERHEAD = 200


@dataclass(frozen=True, slots=True)
class Synced:
    """A run of entries without gaps, and where the log stands."""

    entries: list[LogEntry]
    last: int
    state: ConversationState
    read: int  # how far the other side has seen
    more: bool
    confirms_end: bool


def read_after(session: Session, who: Participant, *, after: int, limit: int) -> Synced:
    """Return the entries after ``after``, at most ``limit`` of them and at most 256 KiB.

    Raises ``E_EXPIRED``, ``E_NOT_YOURS``.
    """
    conversation = participation.for_reading(session, who)
    rows = log_entries.after(session, conversation.id, after, limit)
    entries = _that_fit([LogEntry(row.seq, row.kind, row.fields) for row in rows])
    reached = entries[-1].seq if entries else after
    return Synced(
        entries=entries,
        last=conversation.last_seq,
        state=conversation.state,
        read=reading.seen_by(conversation, Side.COUNSELLOR if who.side is Side.YOUTH else Side.YOUTH),
        more=bool(entries) and reached < conversation.last_seq,
        confirms_end=erasure.is_confirmed_by(conversation, who, after),
    )


def _that_fit(entries: list[LogEntry]) -> list[LogEntry]:
    room = MAX_CHARACTERS
    for index, entry in enumerate(entries):
        room -= ENTRY_OVERHEAD + sum(len(str(value)) for value in entry.fields.values())
        if room < 0:
            return entries[:index]
    return entries
