"""A WebSocket that speaks Engine.IO by hand, for everything a proper client would never send."""

import json
import time
from contextlib import suppress
from typing import Any

import websocket

PATIENCE = 10  # seconds


class RawSocket:
    """One connection; frames go out exactly as given, and what came in stands in ``heard``, pings left out."""

    def __init__(self, port: int, *, origin: str | None = None, **headers: str) -> None:
        self._socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket",
            origin=origin,
            suppress_origin=origin is None,
            header={name.replace("_", "-"): value for name, value in headers.items()},
            timeout=PATIENCE,
        )
        self.heard: list[str] = []
        assert self._socket.recv().startswith("0{")

    def enter(self, namespace: str, auth: Any) -> str:
        """Connect to a namespace and return the server's answer."""
        self.send(f"40{namespace},{json.dumps(auth)}")
        return self.receive_beginning("40", "44")

    def send(self, frame: str | bytes) -> None:
        """Send one frame, text or binary."""
        opcode = websocket.ABNF.OPCODE_BINARY if isinstance(frame, bytes) else websocket.ABNF.OPCODE_TEXT
        # A server that refuses a frame by its size closes before all of it is sent.
        with suppress(BrokenPipeError, ConnectionResetError):
            self._socket.send(frame, opcode)

    def send_fragments(self, *parts: str) -> None:
        """Send one message that never ends, part by part."""
        for number, part in enumerate(parts):
            opcode = websocket.ABNF.OPCODE_CONT if number else websocket.ABNF.OPCODE_TEXT
            with suppress(BrokenPipeError, ConnectionResetError):
                self._socket.send_frame(websocket.ABNF(0, 0, 0, 0, opcode, 1, part.encode()))

    def receive_beginning(self, *beginnings: str) -> str:
        """Return the next frame with one of these beginnings, answering pings on the way."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            frame = self._socket.recv()
            if frame == "2":
                self._socket.send("3")
                continue
            self.heard.append(frame)
            if isinstance(frame, str) and frame.startswith(beginnings):
                return frame
        raise AssertionError(f"nothing began with {beginnings}")

    def ack(self, namespace: str, number: int) -> dict[str, Any]:
        """Return the ack of a request."""
        beginning = f"43{namespace},{number}"
        return json.loads(self.receive_beginning(beginning)[len(beginning) :])[0]

    def close_code(self) -> int:
        """Wait for the server to close and return the WebSocket's close code."""
        while True:
            frame = self._socket.recv_frame()  # which answers nothing: there may be nobody left to hear it
            if frame.opcode == websocket.ABNF.OPCODE_CLOSE:
                return int.from_bytes(frame.data[:2], "big")

    def closed_after(self, patience: float) -> float:
        """Wait until the server has closed the connection, answering pings, and return when that was."""
        deadline = time.monotonic() + patience
        self._socket.settimeout(patience)
        while time.monotonic() < deadline:
            opcode, data = self._socket.recv_data(control_frame=True)
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                return time.monotonic()
            if data == b"2":
                self._socket.send("3")
        raise AssertionError("still open")

    def close(self) -> None:
        """Hang up."""
        self._socket.close()
        self._socket.shutdown()  # the library keeps the descriptor of a connection that the server closed first
