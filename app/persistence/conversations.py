"""Conversations: one row from the first "hello" until both sides have seen the end."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, delete, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.conversation import ConversationState, Side
from app.domain.duty import MAX_CAPACITY
from app.persistence.duties import Duty
from app.persistence.table import Table, UtcDateTime, Word


class Conversation(Table):
    """One conversation. ``resume_hash`` is all that ties it to a browser, ``holder_id`` all that ties it to staff."""

    __tablename__ = "conversations"
    __table_args__ = (
        # A counsellor's capacity is held by the schema: two conversations cannot fill the same place at a desk.
        UniqueConstraint("desk_id", "slot"),
        CheckConstraint(f"slot BETWEEN 1 AND {MAX_CAPACITY}", name="slot"),
        Index("ix_conversations_municipality_id_state", "municipality_id", "state"),
    )

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipalities.id", ondelete="CASCADE"))
    resume_hash: Mapped[str] = mapped_column(String(64), unique=True)
    language: Mapped[str] = mapped_column(String(2))
    state: Mapped[ConversationState] = mapped_column(Word(ConversationState))
    last_seq: Mapped[int]
    # The line: ``place`` only orders the waiting of one municipality.
    place: Mapped[int]
    urgent: Mapped[bool]
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # The youth's page: ``connection`` names the socket that holds the seat; None is what the counsellor sees as asleep.
    seat_until: Mapped[datetime] = mapped_column(UtcDateTime)
    connection: Mapped[str | None] = mapped_column(String(22))
    # The counsellor who may write; ``epoch`` counts the pairings, ``holder_is_there`` is what the youth was told last.
    holder_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    epoch: Mapped[int]
    holder_is_there: Mapped[bool] = mapped_column(default=False)
    # Whose desk has room for it: the holder's while active, a colleague's while reserved for them.
    desk_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    slot: Mapped[int | None]
    reserved_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # What each side has seen, and the version of who is there.
    read_by_youth: Mapped[int] = mapped_column(default=0)
    read_by_counsellor: Mapped[int] = mapped_column(default=0)
    peer_version: Mapped[int] = mapped_column(default=0)
    # The end.
    ended_by: Mapped[Side | None] = mapped_column(Word(Side))
    erase_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


def find(session: Session, conversation_id: str) -> Conversation | None:
    """Return a conversation, or None when it never was or is erased."""
    return session.get(Conversation, conversation_id)


def lock(session: Session, conversation_id: str) -> Conversation | None:
    """Return a conversation and hold its row until the transaction ends: its log grows one entry at a time."""
    return session.get(Conversation, conversation_id, with_for_update=True, populate_existing=True)


def find_by_resume_hash(session: Session, resume_hash: str) -> Conversation | None:
    """Return the conversation a resume token opens, or None."""
    return session.scalar(select(Conversation).where(Conversation.resume_hash == resume_hash))


def waiting_in(session: Session, municipality_id: str) -> Sequence[Conversation]:
    """Return everyone who waits in a municipality, in no particular order."""
    waiting = (Conversation.municipality_id == municipality_id, Conversation.state == ConversationState.WAITING)
    return session.scalars(select(Conversation).where(*waiting)).all()


def last_place(session: Session, municipality_id: str) -> int:
    """Return the last place taken in a municipality by anyone, whether they wait or not; 0 when nobody is there."""
    here = Conversation.municipality_id == municipality_id
    return session.scalar(select(func.max(Conversation.place)).where(here)) or 0


def held_by(session: Session, staff_id: str) -> Sequence[Conversation]:
    """Return a counsellor's conversations that are not erased yet, oldest first."""
    query = select(Conversation).where(Conversation.holder_id == staff_id)
    return session.scalars(query.order_by(Conversation.joined_at)).all()


def active_of(session: Session, staff_id: str) -> Sequence[Conversation]:
    """Return a counsellor's running conversations."""
    active = (Conversation.holder_id == staff_id, Conversation.state == ConversationState.ACTIVE)
    return session.scalars(select(Conversation).where(*active)).all()


def at_desk(session: Session, staff_id: str) -> Sequence[Conversation]:
    """Return whatever fills a counsellor's capacity: the running ones and those reserved for them."""
    return session.scalars(select(Conversation).where(Conversation.desk_id == staff_id)).all()


def active_with_lapsed_lease(session: Session, moment: datetime) -> Sequence[Conversation]:
    """Return every running conversation whose holder's lease ran out by a moment, or who has no duty at all."""
    lapsed = or_(Duty.staff_id.is_(None), Duty.lease_until <= moment)
    query = select(Conversation).outerjoin(Duty, Duty.staff_id == Conversation.holder_id)
    return session.scalars(query.where(Conversation.state == ConversationState.ACTIVE, lapsed)).all()


def unended_asleep_or_old(session: Session, *, asleep_by: datetime, joined_by: datetime) -> Sequence[Conversation]:
    """Return every conversation that has not ended and whose page slept, or which had begun, by a moment."""
    is_either = or_(Conversation.seat_until <= asleep_by, Conversation.joined_at <= joined_by)
    return session.scalars(select(Conversation).where(Conversation.state != ConversationState.ENDED, is_either)).all()


def unended(session: Session) -> Sequence[Conversation]:
    """Return every conversation of the installation that has not ended."""
    return session.scalars(select(Conversation).where(Conversation.state != ConversationState.ENDED)).all()


def ended(session: Session) -> Sequence[Conversation]:
    """Return every conversation of the installation that has ended and is not erased yet."""
    return session.scalars(select(Conversation).where(Conversation.state == ConversationState.ENDED)).all()


def with_lapsed_seat(session: Session, now: datetime) -> Sequence[Conversation]:
    """Return every conversation whose seat ran out while a socket still held it."""
    lapsed = (Conversation.connection.is_not(None), Conversation.seat_until <= now)
    return session.scalars(select(Conversation).where(*lapsed)).all()


def with_lapsed_reservation(session: Session, now: datetime) -> Sequence[Conversation]:
    """Return every conversation that a colleague did not take in time."""
    return session.scalars(select(Conversation).where(Conversation.reserved_until <= now)).all()


def ids_to_erase(session: Session, now: datetime) -> Sequence[str]:
    """Return the ended conversations whose time is up."""
    return session.scalars(select(Conversation.id).where(Conversation.erase_at <= now)).all()


def erase(session: Session, conversation_id: str) -> None:
    """Delete a conversation's row; its log goes first, in ``log_entries.erase``."""
    session.execute(delete(Conversation).where(Conversation.id == conversation_id))
