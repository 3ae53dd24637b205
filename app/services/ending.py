"""Ending: either side says it is over; nothing can be written afterwards."""

from datetime import datetime

from app.domain import conversation as rules
from app.domain import waiting_line
from app.domain.conversation import ConversationState, EndReason
from app.domain.log_entry import EntryKind
from app.domain.participant import Participant
from app.persistence import log_entries, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import erasure, log, participation
from app.services import waiting_line as line_service


def end(work: UnitOfWork, municipality_id: str, who: Participant, *, cid: str, reason: EndReason, now: datetime) -> int:
    """End a conversation and return the number of its ``ended`` entry; ending it again is safe.

    A conversation that no counsellor has taken has no other side that must see the end: it is erased at once.
    Raises ``E_EXPIRED``, ``E_NOT_YOURS``, ``E_CID_REUSE``.
    """
    waiting_lines.begin_change(work.session, municipality_id)
    conversation = participation.held_for_writing(work, who)
    fields = {"reason": reason.value}
    log.already_written(work, conversation, EntryKind.ENDED, fields, sender=who.side, cid=cid)
    if conversation.state is ConversationState.ENDED:
        return _end_of(work, conversation)
    place = _index_in_line(work.session, conversation, now)
    _close(conversation, who, reason, now)
    seq = log.append(work, conversation, EntryKind.ENDED, fields, sender=who.side, cid=cid)
    if place is not None:
        line_service.announce(work, municipality_id, now, moved_from=place)
    if conversation.holder_id is None:
        erasure.erase(work, conversation.id)
    return seq


def _end_of(work: UnitOfWork, conversation: Conversation) -> int:
    ended = log_entries.newest(work.session, conversation.id, EntryKind.ENDED)
    assert ended is not None
    return ended.seq


def _index_in_line(session: Session, conversation: Conversation, now: datetime) -> int | None:
    if conversation.state is not ConversationState.WAITING:
        return None
    line = line_service.line_of(session, conversation.municipality_id, now)
    return waiting_line.ahead_of(conversation.id, line)


def _close(conversation: Conversation, who: Participant, reason: EndReason, now: datetime) -> None:
    conversation.state = ConversationState.ENDED
    conversation.ended_by = who.side
    conversation.erase_at = rules.erase_at(reason, now)
