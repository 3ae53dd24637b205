"""Ending: either side says it is over, or time does; nothing can be written afterwards."""

from datetime import datetime

from app.domain import conversation as rules
from app.domain import opening_hours
from app.domain.conversation import ConversationState, EndReason, Side
from app.domain.log_entry import EntryKind
from app.domain.opening_hours import Schedule
from app.domain.participant import Participant
from app.persistence import conversations, log_entries, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import desks, erasure, log, participation, waiting_line


def end(work: UnitOfWork, who: Participant, *, cid: str, reason: EndReason, now: datetime) -> int:
    """End a conversation and return the number of its ``ended`` entry; ending it again is safe.

    A conversation that no counsellor holds has no other side that must see the end: it is erased at once.
    Raises ``E_EXPIRED``, ``E_NOT_YOURS``, ``E_CID_REUSE``.
    """
    waiting_lines.begin_change(work.session, participation.municipality_of(work.session, who.conversation_id))
    conversation = participation.held_for_writing(work, who)
    fields = {"reason": reason.value}
    log.already_written(work, conversation, EntryKind.ENDED, fields, sender=who.side, cid=cid)
    if conversation.state is ConversationState.ENDED:
        return _end_of(work, conversation)
    seq = _close(work, conversation, who.side, reason, now, cid=cid)
    if conversation.holder_id is None:
        erasure.erase(work, conversation.id)
    return seq


def overdue(session: Session, now: datetime, schedule: Schedule = opening_hours.always) -> list[str]:
    """Return the conversations that time alone has ended."""
    scheduled, joined_by = schedule(now), now - rules.LONGEST_CONVERSATION
    asleep_by = now - rules.LONGEST_SLEEP if scheduled else now
    candidates = conversations.unended_asleep_or_old(session, asleep_by=asleep_by, joined_by=joined_by)
    return [row.id for row in candidates if _overdue_end(row, scheduled, now)]


def end_overdue(
    work: UnitOfWork, conversation_id: str, now: datetime, schedule: Schedule = opening_hours.always
) -> None:
    """End what time has ended, unless its youth has come back meanwhile.

    It counts as the counsellor's end: a youth who comes back is still told why, and confirms it as any other.
    """
    waiting_lines.begin_change(work.session, participation.municipality_of(work.session, conversation_id))
    conversation = conversations.lock(work.session, conversation_id)
    reason = conversation and _overdue_end(conversation, schedule(now), now)
    if conversation and reason:
        _close(work, conversation, Side.COUNSELLOR, reason, now)


def _overdue_end(row: Conversation, scheduled: bool, now: datetime) -> EndReason | None:
    return rules.overdue_end(
        row.state, joined_at=row.joined_at, seat_until=row.seat_until, scheduled=scheduled, now=now
    )


def _end_of(work: UnitOfWork, conversation: Conversation) -> int:
    ended = log_entries.newest(work.session, conversation.id, EntryKind.ENDED)
    assert ended is not None
    return ended.seq


def _close(
    work: UnitOfWork,
    conversation: Conversation,
    side: Side,
    reason: EndReason,
    now: datetime,
    *,
    cid: str | None = None,
) -> int:
    sender = side if cid else None
    seq = log.append(work, conversation, EntryKind.ENDED, {"reason": reason.value}, sender=sender, cid=cid)
    conversation.state = ConversationState.ENDED
    conversation.ended_by = side
    conversation.erase_at = rules.erase_at(reason, now)
    desks.clear(conversation)
    # Told also when it had not waited: a place at a desk is free.
    waiting_line.moved(work, conversation.municipality_id)
    return seq
