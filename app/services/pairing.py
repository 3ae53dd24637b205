"""Pairing: a counsellor on duty takes the next youth in the line."""

from dataclasses import dataclass
from datetime import datetime

from app.domain import waiting_line
from app.domain.conversation import ConversationState
from app.domain.errors import Code, Refused
from app.domain.log_entry import EntryKind
from app.domain.waiting_line import Waiting
from app.persistence import conversations, duties, log_entries, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.duties import Duty
from app.persistence.unit_of_work import UnitOfWork
from app.services import log
from app.services import waiting_line as line_service


@dataclass(frozen=True, slots=True)
class Accepted:
    """The conversation a counsellor now holds and the number of its ``paired`` entry."""

    conversation_id: str
    seq: int


def accept(
    work: UnitOfWork,
    staff_id: str,
    municipality_id: str,
    *,
    cid: str,
    key_id: str,
    public_key: str,
    named: str | None,
    now: datetime,
) -> Accepted:
    """Pair the head of the line, or the ``named`` youth in it, with a counsellor.

    Raises ``E_CONFLICT`` (not on live duty here, or the named one no longer waits), ``E_CAPACITY``, ``E_EMPTY``,
    and ``E_CID_REUSE`` for a known cid with another key.
    """
    duty = duties.lock(work.session, staff_id)
    waiting_lines.begin_change(work.session, municipality_id)
    fields = {"key_id": key_id, "public_key": public_key}
    earlier = conversations.find_by_accept(work.session, staff_id, cid)
    if earlier is not None:
        return _accepted_before(work, earlier, fields)
    _require_room(work, duty, municipality_id, now)
    line = line_service.line_of(work.session, municipality_id, now)
    taken = _choose(line, named)
    conversation = _pair(work, taken.conversation_id, staff_id, cid)
    seq = log.append(work, conversation, EntryKind.PAIRED, fields)
    line_service.announce(work, municipality_id, now, moved_from=line.index(taken))
    return Accepted(conversation.id, seq)


def _accepted_before(work: UnitOfWork, conversation: Conversation, fields: dict[str, str]) -> Accepted:
    paired = log_entries.newest(work.session, conversation.id, EntryKind.PAIRED)
    if paired is None or paired.fields != fields:
        raise Refused(Code.CID_REUSE)
    return Accepted(conversation.id, paired.seq)


def _require_room(work: UnitOfWork, duty: Duty | None, municipality_id: str, now: datetime) -> None:
    if duty is None or duty.municipality_id != municipality_id or not duty.is_live(now):
        raise Refused(Code.CONFLICT)
    if conversations.count_active(work.session, duty.staff_id) >= duty.capacity:
        raise Refused(Code.CAPACITY)


def _choose(line: list[Waiting], named: str | None) -> Waiting:
    if named is None:
        chosen, refusal = waiting_line.next_up(line), Code.EMPTY
    else:
        chosen, refusal = next((youth for youth in line if youth.conversation_id == named), None), Code.CONFLICT
    if chosen is None:
        raise Refused(refusal)
    return chosen


def _pair(work: UnitOfWork, conversation_id: str, staff_id: str, cid: str) -> Conversation:
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is None:
        raise Refused(Code.CONFLICT)
    conversation.state = ConversationState.ACTIVE
    conversation.epoch += 1
    conversation.holder_id = staff_id
    conversation.accept_cid = cid
    return conversation
