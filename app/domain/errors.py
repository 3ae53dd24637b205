"""How a request is refused: one code of the wire protocol, never a word of what was sent."""

from enum import StrEnum


class Code(StrEnum):
    """The error codes of docs/protocol.md that this server can answer with."""

    AUTH = "E_AUTH"
    CAPACITY = "E_CAPACITY"
    CID_REUSE = "E_CID_REUSE"
    CLOSED = "E_CLOSED"
    CONFLICT = "E_CONFLICT"
    DRAINING = "E_DRAINING"
    EMPTY = "E_EMPTY"
    ENDED = "E_ENDED"
    EXPIRED = "E_EXPIRED"
    FORBIDDEN = "E_FORBIDDEN"
    INTERNAL = "E_INTERNAL"
    INVALID = "E_INVALID"
    NOT_YOURS = "E_NOT_YOURS"
    RATE = "E_RATE"
    REPLACED = "E_REPLACED"
    TOO_LONG = "E_TOO_LONG"
    UNAVAILABLE = "E_UNAVAILABLE"
    UNKNOWN = "E_UNKNOWN"
    VERSION = "E_VERSION"


class Refused(Exception):
    """A rule says no. ``retry_ms`` is set only where trying again may help."""

    def __init__(self, code: Code, retry_ms: int | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.retry_ms = retry_ms
