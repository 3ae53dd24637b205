"""Log entries: every durable fact of a conversation, numbered without gaps."""

from collections.abc import Sequence

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.conversation import Side
from app.domain.log_entry import EntryKind, LogEntry
from app.persistence.table import Table, Word


class LogEntryRow(Table):
    """One entry. ``fields`` is what both sides are told; ``sender`` and ``cid`` recognise a repeated request."""

    __tablename__ = "log_entries"
    __table_args__ = (UniqueConstraint("conversation_id", "sender", "cid"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[EntryKind] = mapped_column(Word(EntryKind))
    sender: Mapped[Side | None] = mapped_column(Word(Side))
    cid: Mapped[str | None] = mapped_column(String(22))
    fields: Mapped[dict[str, str | bool]] = mapped_column(JSON)


# The two statements of every message are made once; see held_conversations.
_table = LogEntryRow.__table__.c
_APPEND = insert(LogEntryRow.__table__)  # type: ignore[arg-type]
_FIND_BY_CID = select(_table.seq, _table.kind, _table.fields).where(
    _table.conversation_id == bindparam("of_conversation"),
    _table.sender == bindparam("of_sender"),
    _table.cid == bindparam("of_cid"),
)


def find(session: Session, conversation_id: str, seq: int) -> LogEntryRow:
    """Return an entry that is known to exist."""
    return session.get_one(LogEntryRow, (conversation_id, seq))


def append(session: Session, conversation_id: str, entry: LogEntry, *, sender: Side | None, cid: str | None) -> None:
    """Write the next entry of a held conversation."""
    values = {"conversation_id": conversation_id, "seq": entry.seq, "kind": entry.kind, "fields": dict(entry.fields)}
    session.connection().execute(_APPEND, {**values, "sender": sender, "cid": cid})


def find_by_cid(session: Session, conversation_id: str, sender: Side, cid: str) -> LogEntry | None:
    """Return what a sender already wrote under a client id, or None."""
    names = {"of_conversation": conversation_id, "of_sender": sender, "of_cid": cid}
    row = session.connection().execute(_FIND_BY_CID, names).first()
    return row and LogEntry(*row)


def newest(session: Session, conversation_id: str, kind: EntryKind) -> LogEntryRow | None:
    """Return the latest entry of a kind, or None."""
    of_kind = (LogEntryRow.conversation_id == conversation_id, LogEntryRow.kind == kind)
    return session.scalar(select(LogEntryRow).where(*of_kind).order_by(LogEntryRow.seq.desc()).limit(1))


def after(session: Session, conversation_id: str, seq: int, limit: int) -> Sequence[LogEntryRow]:
    """Return at most ``limit`` entries that follow ``seq``, in order."""
    following = (LogEntryRow.conversation_id == conversation_id, LogEntryRow.seq > seq)
    return session.scalars(select(LogEntryRow).where(*following).order_by(LogEntryRow.seq).limit(limit)).all()


def erase(session: Session, conversation_id: str) -> None:
    """Delete the whole log of a conversation."""
    session.execute(delete(LogEntryRow).where(LogEntryRow.conversation_id == conversation_id))
