"""Conversations: how they begin, and how a youth's page finds back to one."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import ConversationState, Side
from app.domain.errors import Code, Refused
from app.domain.events import PositionChanged
from app.domain.identifiers import fingerprint, new_id
from app.domain.log_entry import EntryKind
from app.persistence import conversations, log_entries, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import availability, log, seats
from app.services import waiting_line as line_service


@dataclass(frozen=True, slots=True)
class Joined:
    """What a youth is told of their new conversation; no position once they no longer wait."""

    conversation_id: str
    seq: int
    position: PositionChanged | None


def join(
    work: UnitOfWork,
    municipality_id: str,
    *,
    cid: str,
    resume: str,
    connection: str,
    urgent: bool,
    language: str,
    now: datetime,
) -> Joined:
    """Take a place at the end of the line, or find the one that an earlier try of the same join took.

    ``resume`` is kept as its hash only; ``connection`` names the socket that takes the seat. Raises ``E_CLOSED``, and
    ``E_CID_REUSE`` for a known ``resume`` with another ``cid`` or at another municipality.
    """
    waiting_lines.begin_change(work.session, municipality_id)
    earlier = conversations.find_by_resume_hash(work.session, fingerprint(resume))
    if earlier is not None:
        joined = _joined_before(work.session, earlier, municipality_id, cid, now)
        seats.take(work, municipality_id, earlier.id, connection, now)
        return joined
    availability.require_open(work.session, municipality_id, now)
    # A counter, not a time: a clock that steps back must not let anyone pass. And behind those who are being talked to
    # as well: handed over, they wait again and have come before this one.
    place = conversations.last_place(work.session, municipality_id) + 1
    conversation = _new(municipality_id, place, resume=resume, urgent=urgent, language=language, now=now)
    seats.sit(conversation, connection, now)
    work.session.add(conversation)
    work.session.flush()
    seq = log.append(work, conversation, EntryKind.JOINED, {}, sender=Side.YOUTH, cid=cid)
    line_service.moved(work, municipality_id)
    return Joined(conversation.id, seq, line_service.position(work.session, conversation, now))


def find_to_resume(session: Session, municipality_id: str, resume: str) -> Conversation:
    """Return the conversation a resume token opens. Raises ``E_EXPIRED``."""
    conversation = conversations.find_by_resume_hash(session, fingerprint(resume))
    if conversation is None or conversation.municipality_id != municipality_id:
        raise Refused(Code.EXPIRED)
    return conversation


def exists(session: Session, conversation_id: str | None) -> bool:
    """Say whether there still is a conversation of this id."""
    return conversation_id is not None and conversations.find(session, conversation_id) is not None


def _joined_before(
    session: Session, conversation: Conversation, municipality_id: str, cid: str, now: datetime
) -> Joined:
    joined = log_entries.find_by_cid(session, conversation.id, Side.YOUTH, cid)
    is_same = joined is not None and joined.kind is EntryKind.JOINED
    if joined is None or not is_same or conversation.municipality_id != municipality_id:
        raise Refused(Code.CID_REUSE)
    waits = conversation.state is ConversationState.WAITING
    return Joined(conversation.id, joined.seq, line_service.position(session, conversation, now) if waits else None)


def _new(municipality_id: str, place: int, *, resume: str, urgent: bool, language: str, now: datetime) -> Conversation:
    return Conversation(
        id=new_id(),
        municipality_id=municipality_id,
        resume_hash=fingerprint(resume),
        language=language,
        state=ConversationState.WAITING,
        last_seq=0,
        place=place,
        urgent=urgent,
        joined_at=now,
        seat_until=now,
        epoch=0,
    )
