"""What a request may carry, event by event: strict types, bounded lengths, unknown fields refused."""

from typing import Annotated

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


class Send(Request):
    """``body`` is sealed bytes, base64url, at most 16 KiB decoded."""

    cid: Cid
    body: Body

    def __post_init__(self) -> None:
        if len(self.body) > MAX_BODY_CHARACTERS:
            raise Refused(Code.TOO_LONG)


class Sync(Request):
    """Everything after ``after``, at most ``limit`` entries."""

    after: Seq
    limit: Limit = MAX_ENTRIES


class Typing(Request):
    """Volatile: a boolean, never what is being written."""

    on: bool


class Read(Request):
    """``seq``: everything up to it has been on the screen."""

    seq: Seq
