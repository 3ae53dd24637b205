"""What a request may carry, event by event: strict types, bounded lengths, unknown fields refused."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.domain.duty import MAX_CAPACITY
from app.domain.errors import Code, Refused
from app.services.sync import MAX_ENTRIES

MAX_BODY_BYTES = 16 * 1024
MAX_MUNICIPALITIES = 100
MAX_BODY_CHARACTERS = -(-MAX_BODY_BYTES * 4 // 3)

Cid = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}\Z")]
Resume = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{43}\Z")]
Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}\Z")]
PublicKey = Annotated[str, Meta(pattern=r"^B[A-Za-z0-9_-]{86}\Z")]  # 65 bytes, the first of them 0x04
Sealed = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,256}\Z")]
Body = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+\Z")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,40}\Z")]
Seq = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Limit = Annotated[int, Meta(ge=1, le=MAX_ENTRIES)]
Capacity = Annotated[int, Meta(ge=1, le=MAX_CAPACITY)]


class Request(Struct, forbid_unknown_fields=True):
    """The parent of every payload."""


class YouthAuth(Request):
    """``auth`` of a youth's connection; ``resume`` names the conversation to come back to."""

    v: int
    municipality: Slug
    resume: Resume | None = None


class CounsellorAuth(Request):
    """``auth`` of a console's connection."""

    v: int
    municipality: Slug
    ticket: Annotated[str, Meta(max_length=64)]


class Join(Request):
    """``cid`` 16 and ``resume`` 32 random bytes, base64url."""

    cid: Cid
    resume: Resume
    urgent: bool = False
    language: Literal["da", "en"] = "da"


class Send(Request):
    """``body`` is sealed bytes, base64url, at most 16 KiB decoded."""

    cid: Cid
    body: Body

    def __post_init__(self) -> None:
        if len(self.body) > MAX_BODY_CHARACTERS:
            raise Refused(Code.TOO_LONG)


class Seal(Request):
    """A sealed conversation key for one pairing."""

    cid: Cid
    key_id: Name
    enc: Sealed
    sealed: Sealed


class Sync(Request):
    """Everything after ``after``, at most ``limit`` entries."""

    after: Seq
    limit: Limit = MAX_ENTRIES


class YouthHeartbeat(Request):
    """``after``: the highest sequence number the page has applied."""

    after: Seq


class Leave(Request):
    """``exit`` is a hurry: the rows go after a minute instead of fifteen."""

    cid: Cid
    reason: Literal["done", "exit"]


class Typing(Request):
    """Volatile: a boolean, never what is being written."""

    on: bool


class Read(Request):
    """``seq``: everything up to it has been on the screen."""

    seq: Seq


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


YOUTH_EVENTS: dict[str, type[Request]] = {
    "join": Join,
    "send": Send,
    "seal": Seal,
    "sync": Sync,
    "heartbeat": YouthHeartbeat,
    "typing": Typing,
    "read": Read,
    "leave": Leave,
}

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
