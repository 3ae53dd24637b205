"""What a young person's page may ask, event by event."""

from typing import Literal

from app.realtime.requests import Cid, Name, Read, Request, Resume, Sealed, Send, Seq, Slug, Sync, Typing


class YouthAuth(Request):
    """``auth`` of a youth's connection; ``resume`` names the conversation to come back to."""

    v: int
    municipality: Slug
    resume: Resume | None = None


class Join(Request):
    """``cid`` 16 and ``resume`` 32 random bytes, base64url."""

    cid: Cid
    resume: Resume
    urgent: bool = False
    language: Literal["da", "en"] = "da"


class Seal(Request):
    """A sealed conversation key for one pairing."""

    cid: Cid
    key_id: Name
    enc: Sealed
    sealed: Sealed


class YouthHeartbeat(Request):
    """``after``: the highest sequence number the page has applied."""

    after: Seq


class Leave(Request):
    """``exit`` is a hurry: the rows go after a minute instead of fifteen."""

    cid: Cid
    reason: Literal["done", "exit"]


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
