"""Pairing: a counsellor on duty takes the next youth in the lines they serve."""

from dataclasses import dataclass
from datetime import datetime

from app.domain import waiting_line
from app.domain.conversation import ConversationState
from app.domain.errors import Code, Refused
from app.domain.log_entry import EntryKind, Fields
from app.domain.waiting_line import Waiting
from app.persistence import conversations, duties, log_entries, pairings, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.duties import Duty
from app.persistence.pairings import Pairing
from app.persistence.unit_of_work import UnitOfWork
from app.services import desks, log, peers
from app.services import waiting_line as line_service


@dataclass(frozen=True, slots=True)
class Accepted:
    """The conversation a counsellor now holds and the number of its ``paired`` entry."""

    conversation_id: str
    seq: int


def accept(
    work: UnitOfWork, staff_id: str, *, cid: str, key_id: str, public_key: str, named: str | None, now: datetime
) -> Accepted:
    """Pair the next youth, or the ``named`` one, with a counsellor; an earlier try of the same accept is found again.

    Raises ``E_CONFLICT`` (not on live duty, or the named one does not wait for this counsellor), ``E_CAPACITY``,
    ``E_EMPTY``, and ``E_CID_REUSE`` for a known cid with another key.
    """
    duty = duties.lock(work.session, staff_id)
    served = duties.municipalities_of(work.session, staff_id)
    for municipality_id in served:
        waiting_lines.begin_change(work.session, municipality_id)
    fields = {"key_id": key_id, "public_key": public_key}
    earlier = pairings.find(work.session, staff_id, cid)
    if earlier is not None:
        return _accepted_before(work, earlier, fields)
    if duty is None or not duty.is_live(now):
        raise Refused(Code.CONFLICT)
    desks.clear_lapsed(work.session, staff_id, now)
    lines = [line_service.waiting_in(work.session, municipality_id, now) for municipality_id in served]
    conversation = _take(work, _choose(lines, staff_id, named), duty, Code.CONFLICT if named else Code.EMPTY)
    seq = log.append(work, conversation, EntryKind.PAIRED, fields)
    peers.counsellor_changed(work, conversation, is_there=True)
    work.session.add(
        Pairing(conversation_id=conversation.id, epoch=conversation.epoch, staff_id=staff_id, cid=cid, seq=seq)
    )
    line_service.moved(work, conversation.municipality_id)
    return Accepted(conversation.id, seq)


def _accepted_before(work: UnitOfWork, earlier: Pairing, fields: Fields) -> Accepted:
    paired = log_entries.find(work.session, earlier.conversation_id, earlier.seq)
    if paired.fields != fields:
        raise Refused(Code.CID_REUSE)
    return Accepted(earlier.conversation_id, earlier.seq)


def _choose(lines: list[list[Waiting]], staff_id: str, named: str | None) -> Waiting | None:
    if named is None:
        return waiting_line.next_up(lines, staff_id)
    return waiting_line.find_for(lines, staff_id, named)


def _take(work: UnitOfWork, youth: Waiting | None, duty: Duty, refusal: Code) -> Conversation:
    """Hold the row and let it be this counsellor's; what was reserved for them has its place already."""
    slot = None
    if youth is None or youth.reserved_for is None:
        slot = desks.free_slot(work.session, duty)
    conversation = youth and conversations.lock(work.session, youth.conversation_id)
    if not conversation:
        raise Refused(refusal)
    if slot is not None:
        desks.fill(conversation, duty.staff_id, slot)
    conversation.state = ConversationState.ACTIVE
    conversation.epoch += 1
    conversation.holder_id = duty.staff_id
    conversation.reserved_until = None
    return conversation
