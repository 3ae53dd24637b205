"""The one log of a conversation: everything durable is appended here, under the next sequence number."""

from dataclasses import dataclass

from app.domain.conversation import ConversationState, Side
from app.domain.errors import Code, Refused
from app.domain.events import EntryAppended
from app.domain.log_entry import EntryKind, Fields, LogEntry
from app.domain.recipients import Counsellor, Recipient, Youth
from app.persistence import held_conversations, log_entries
from app.persistence.conversations import Conversation
from app.persistence.held_conversations import HeldConversation
from app.persistence.unit_of_work import UnitOfWork

Held = Conversation | HeldConversation


@dataclass(frozen=True, slots=True)
class Written:
    """What a write came to: its sequence number, and whether an earlier try had written it already."""

    seq: int
    dup: bool


def append(
    work: UnitOfWork,
    conversation: Held,
    kind: EntryKind,
    fields: Fields,
    *,
    sender: Side | None = None,
    cid: str | None = None,
) -> int:
    """Append one entry to a conversation whose row is held, announce it to both sides, and return its number."""
    conversation.last_seq = held_conversations.next_seq(work.session, conversation.id)
    entry = LogEntry(conversation.last_seq, kind, fields)
    log_entries.append(work.session, conversation.id, entry, sender=sender, cid=cid)
    work.announce(EntryAppended(conversation.id, entry), *both_sides(conversation))
    return entry.seq


def write_once(
    work: UnitOfWork,
    conversation: Held,
    kind: EntryKind,
    fields: Fields,
    *,
    sender: Side,
    cid: str,
) -> Written:
    """Append what a sender names with ``cid``; a retry gets the first result.

    Raises ``E_CID_REUSE`` for the same cid with another content, ``E_ENDED`` once the conversation is over.
    """
    earlier = already_written(work, conversation, kind, fields, sender=sender, cid=cid)
    if earlier is not None:
        return Written(earlier, dup=True)
    if conversation.state is ConversationState.ENDED:
        raise Refused(Code.ENDED)
    return Written(append(work, conversation, kind, fields, sender=sender, cid=cid), dup=False)


def already_written(
    work: UnitOfWork, conversation: Held, kind: EntryKind, fields: Fields, *, sender: Side, cid: str
) -> int | None:
    """Return the number under which this very write is in the log, or None. Raises ``E_CID_REUSE``."""
    row = log_entries.find_by_cid(work.session, conversation.id, sender, cid)
    if row is None:
        return None
    if row.kind is not kind or row.fields != fields:
        raise Refused(Code.CID_REUSE)
    return row.seq


def both_sides(conversation: Held) -> tuple[Recipient, ...]:
    """Return who hears of a conversation: its youth and, once there is one, its counsellor."""
    youth = Youth(conversation.id)
    return (youth, Counsellor(conversation.holder_id)) if conversation.holder_id else (youth,)


def other_side(conversation: Held, side: Side) -> tuple[Recipient, ...]:
    """Return who stands opposite to a side: nobody while the youth waits for the first counsellor."""
    return both_sides(conversation)[1:] if side is Side.YOUTH else both_sides(conversation)[:1]
