"""Handing over: a conversation goes on with another counsellor; the youth waits at the front meanwhile."""

from datetime import datetime

from app.domain.conversation import ConversationState, Side
from app.domain.errors import Code, Refused
from app.domain.log_entry import EntryKind
from app.domain.participant import counsellor_in
from app.persistence import conversations, duties, log_entries, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import UnitOfWork
from app.services import desks, log, participation, reservations, waiting_line

LINE = "line"


def hand_over(work: UnitOfWork, staff_id: str, conversation_id: str, *, cid: str, to: str, now: datetime) -> int:
    """Give a running conversation up to the line, or to a colleague, for whom it is kept for 60 s.

    Returns the number of its ``handed_over`` entry, again for the same ``cid``. Raises ``E_EXPIRED``, ``E_NOT_YOURS``,
    ``E_CID_REUSE``, ``E_ENDED``; ``E_FORBIDDEN`` (``to`` does not counsel there), ``E_CONFLICT`` (is oneself or not on
    live duty there, or the conversation does not run), ``E_CAPACITY`` (has no room).
    """
    municipality_id = participation.municipality_of(work.session, conversation_id)
    for held in sorted({staff_id, to} - {LINE}):
        duties.lock(work.session, held)
    waiting_lines.begin_change(work.session, municipality_id)
    earlier = log_entries.find_by_cid(work.session, conversation_id, Side.COUNSELLOR, cid)
    if earlier is not None and earlier.kind is EntryKind.HANDED_OVER:
        return earlier.seq
    conversation = participation.held_for_writing(work, counsellor_in(conversation_id, staff_id))
    if earlier is not None:
        raise Refused(Code.CID_REUSE)
    _require_running(conversation)
    slot = None if to == LINE else reservations.room_with(work.session, to, staff_id, municipality_id, now)
    seq = give_up(work, conversation, cid=cid)
    conversation.holder_id = None
    if slot is not None:
        reservations.reserve(conversation, to, slot, now)
    return seq


def give_up(work: UnitOfWork, conversation: Conversation, *, cid: str | None = None) -> int:
    """Put a held, running conversation at the front of its held line, and return the number of the entry that says so.

    Its holder stays who it was: whoever vanished may come back and go on until somebody else accepts.
    """
    sender = Side.COUNSELLOR if cid else None
    seq = log.append(work, conversation, EntryKind.HANDED_OVER, {}, sender=sender, cid=cid)
    conversation.state = ConversationState.WAITING
    conversation.holder_is_there = False
    desks.clear(conversation)
    waiting_line.moved(work, conversation.municipality_id)
    return seq


def give_up_all(work: UnitOfWork, staff_id: str) -> None:
    """Give up everything of a counsellor who goes for good; their duty and the lines concerned are held."""
    for row in conversations.held_by(work.session, staff_id):
        conversation = conversations.lock(work.session, row.id)
        if conversation is None or conversation.state is ConversationState.ENDED:
            continue
        if conversation.state is ConversationState.ACTIVE:
            give_up(work, conversation)
        conversation.holder_id = None


def _require_running(conversation: Conversation) -> None:
    if conversation.state is ConversationState.ENDED:
        raise Refused(Code.ENDED)
    if conversation.state is ConversationState.WAITING:
        raise Refused(Code.CONFLICT)
