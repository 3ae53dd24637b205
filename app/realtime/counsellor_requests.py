"""What a console may ask, event by event."""

from typing import Annotated, Literal

from msgspec import Meta

from app.realtime.requests import (
    MAX_MUNICIPALITIES,
    Capacity,
    Cid,
    Name,
    PublicKey,
    Read,
    Request,
    Send,
    Seq,
    Slug,
    Sync,
    Typing,
)


class CounsellorAuth(Request):
    """``auth`` of a console's connection."""

    v: int
    municipality: Slug
    ticket: Annotated[str, Meta(max_length=64)]


class SetDuty(Request):
    """A level, not a step: repeating it changes nothing. Without ``municipalities`` it serves what it served."""

    state: Literal["on", "pause", "off"]
    capacity: Capacity | None = None
    municipalities: Annotated[list[Slug], Meta(min_length=1, max_length=MAX_MUNICIPALITIES)] | None = None


class Accept(Request):
    """Without ``conversation``: the head of the line."""

    cid: Cid
    key_id: Name
    public_key: PublicKey
    conversation: Name | None = None


class CounsellorSend(Send):
    """As a youth's, with the conversation it goes to."""

    conversation: Name


class CounsellorSync(Sync, kw_only=True):
    """As a youth's, with the conversation asked about."""

    conversation: Name


class CounsellorTyping(Typing):
    """As a youth's, with the conversation written in."""

    conversation: Name


class CounsellorRead(Read):
    """As a youth's, with the conversation read."""

    conversation: Name


class Rekey(Request):
    """The holder lost its key: the youth is asked to seal to this one."""

    conversation: Name
    cid: Cid
    key_id: Name
    public_key: PublicKey


class HandOver(Request):
    """``to``: the id of a colleague, or ``line``."""

    conversation: Name
    cid: Cid
    to: Name


class CounsellorHeartbeat(Request):
    """``after``: the highest applied sequence number of each open conversation."""

    after: Annotated[dict[Name, Seq], Meta(max_length=16)]


class End(Request):
    """The counsellor ends a conversation."""

    conversation: Name
    cid: Cid
    reason: Literal["done", "blocked"] = "done"


COUNSELLOR_EVENTS: dict[str, type[Request]] = {
    "set_duty": SetDuty,
    "accept": Accept,
    "send": CounsellorSend,
    "sync": CounsellorSync,
    "heartbeat": CounsellorHeartbeat,
    "typing": CounsellorTyping,
    "read": CounsellorRead,
    "rekey": Rekey,
    "hand_over": HandOver,
    "end": End,
}
