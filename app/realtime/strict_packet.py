"""The only packets this server reads: text, with a known event, in plain JSON.

The library's own decoder lets a client send an event called ``connect`` (which runs that handler with injected data),
collects binary attachments without limit, and logs what it could not parse. Nothing of that gets past this class.
"""

import re
from typing import Any

import msgspec
from socketio.packet import BINARY_EVENT, CONNECT, DISCONNECT, EVENT, Packet

from app.realtime.counsellor_requests import COUNSELLOR_EVENTS
from app.realtime.youth_requests import YOUTH_EVENTS

MALFORMED = "malformed"
UNKNOWN = "unknown"

_KNOWN = YOUTH_EVENTS.keys() | COUNSELLOR_EVENTS.keys()
_HEADER = re.compile(r"(?P<type>[0-6])(?:[0-9]{1,10}-)?(?:(?P<namespace>/[^,]{0,40}),?)?(?P<id>[0-9]{1,9})?")


class MalformedPacket(ValueError):
    """No answer is possible, so the packet is dropped."""


class StrictPacket(Packet):  # type: ignore[misc]
    """A packet that can be trusted to be a connect, a disconnect, or an event with a name of ours."""

    uses_binary_events = False

    data: Any

    def decode(self, encoded_packet: object) -> int:
        """Read one packet and return the number of attachments to wait for: always none."""
        if not isinstance(encoded_packet, str) or not (header := _HEADER.match(encoded_packet)):
            raise MalformedPacket
        self.namespace = header["namespace"]
        self.id = int(header["id"]) if header["id"] else None
        self._read(int(header["type"]), encoded_packet[header.end() :])
        return 0

    def _read(self, packet_type: int, rest: str) -> None:
        if packet_type in {EVENT, BINARY_EVENT}:
            self.packet_type = EVENT
            self.data = _event(_json(rest)) if packet_type == EVENT else [MALFORMED]
        elif packet_type == CONNECT:
            self.packet_type = CONNECT
            self.data = _json(rest) if rest else None
        elif packet_type == DISCONNECT:
            self.packet_type = DISCONNECT
            self.data = None
        else:
            raise MalformedPacket


def _json(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return MALFORMED


def _event(data: Any) -> list[Any]:
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        return [MALFORMED]
    return data if data[0] in _KNOWN else [UNKNOWN]
