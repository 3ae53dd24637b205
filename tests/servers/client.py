"""Plain Socket.IO clients, as anyone could write them from docs/protocol.md."""

import secrets
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import socketio
from socketio.exceptions import ConnectionError as SocketConnectionError
from websocket import STATUS_NORMAL, WebSocket

PATIENCE = 10  # seconds

Payload = dict[str, Any]


def random_bytes(count: int) -> str:
    """Return that many random bytes as base64url."""
    return urlsafe_b64encode(secrets.token_bytes(count)).rstrip(b"=").decode()


def new_cid() -> str:
    """Return a fresh client id."""
    return random_bytes(16)


def new_resume() -> str:
    """Return a fresh resume token."""
    return random_bytes(32)


def new_body(size: int = 284) -> str:
    """Return what a sealed message looks like to anyone without the key."""
    return random_bytes(size)


def new_pairing() -> Payload:
    """Return the fields of a fresh accept."""
    return {"cid": new_cid(), "key_id": new_cid(), "public_key": "B" + random_bytes(65)[1:]}


class HastyWebSocket(WebSocket):
    """Does not wait for the other end's goodbye; from a server with threads it would wait three seconds in vain."""

    def close(self, status: int = STATUS_NORMAL, reason: bytes = b"", timeout: float = 0) -> None:
        super().close(status, reason, timeout)


class Client:
    """One socket in one namespace; it remembers everything it was told."""

    def __init__(self, address: str, namespace: str, **options: Any) -> None:
        self._address = address
        self._namespace = namespace
        self._socket = socketio.Client(
            **{"reconnection": False, "websocket_extra_options": {"class_": HastyWebSocket}, **options}
        )
        self._heard: list[tuple[str, Payload]] = []
        self._news = threading.Condition()
        self._socket.on("*", self._hear, namespace=namespace)
        self.refusal: Payload | None = None
        self._socket.on("connect_error", self._note_refusal, namespace=namespace)

    def connect(self, auth: Any, *, transports: tuple[str, ...] = ("websocket",), **headers: str) -> "Client":
        """Connect and return self. Raises ``ConnectionRefused`` with the server's code."""
        try:
            self._socket.connect(
                self._address,
                auth=auth,
                namespaces=[self._namespace],
                transports=list(transports),
                headers={name.title(): value for name, value in headers.items()},
                wait_timeout=PATIENCE,
            )
        except SocketConnectionError as error:
            self.close()
            raise ConnectionRefused(self.refusal) from error
        return self

    def ask(self, event: str, payload: Any = None, *, patience: float = PATIENCE) -> Payload:
        """Send a request and return its ack. A tuple is sent as several arguments."""
        return self._socket.call(event, payload, namespace=self._namespace, timeout=patience)

    def ok(self, event: str, payload: Payload) -> Payload:
        """Send a request that must succeed."""
        ack = self.ask(event, payload)
        assert ack["ok"] is True, ack
        return ack

    def code(self, event: str, payload: Any = None) -> str:
        """Send a request that must be refused and return the code."""
        ack = self.ask(event, payload)
        assert ack["ok"] is False, ack
        assert set(ack) <= {"ok", "code", "retry_ms"}, ack
        return ack["code"]

    def wait_for(self, event: str, wanted: Callable[[Payload], bool] = lambda payload: True) -> Payload:
        """Return the first event of a name that fits, waiting for it if it has not come yet."""
        deadline = time.monotonic() + PATIENCE
        with self._news:
            while True:
                for payload in self.heard(event):
                    if wanted(payload):
                        return payload
                left = deadline - time.monotonic()
                assert left > 0, f"no such {event} among {self._heard}"
                self._news.wait(left)

    def heard(self, event: str) -> list[Payload]:
        """Return every payload of an event so far."""
        return [payload for name, payload in self._heard if name == event]

    def everything_heard(self) -> list[tuple[str, Payload]]:
        """Return all events so far."""
        return list(self._heard)

    def wait_until_closed(self) -> None:
        """Wait until the server has closed the connection."""
        deadline = time.monotonic() + PATIENCE
        while self._socket.connected:
            assert time.monotonic() < deadline, "still connected"
            time.sleep(0.01)

    def close(self) -> None:
        """Disconnect."""
        self._socket.disconnect()
        self._socket.shutdown()
        if self._socket.eio.ws is not None:
            # The library leaves the descriptor of a connection that the other end cut to the garbage collector.
            self._socket.eio.ws.close()

    def _hear(self, event: str, payload: Payload | None = None) -> None:
        with self._news:
            self._heard.append((event, payload or {}))
            self._news.notify_all()

    def _note_refusal(self, data: Payload) -> None:
        self.refusal = data


class ConnectionRefused(Exception):
    """The server did not let us in; ``data`` is what it said."""

    def __init__(self, data: Payload | None) -> None:
        super().__init__(str(data))
        self.data = data
