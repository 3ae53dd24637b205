"""A client that keeps the client rules of docs/protocol.md: one unacked send, the same cid until it is acked."""

import threading
import time
from collections.abc import Callable

from socketio.exceptions import SocketIOError

from tests.servers.client import Client, ConnectionRefused, Payload, new_body, new_cid

PAUSE = 0.05
ACK_TIMEOUT = 1.5  # shorter than a real client's, so that a kill costs the test less


class Bot(threading.Thread):
    """Sends one message after another until told to stop, through every loss of the connection."""

    def __init__(self, connect: Callable[[], Client], fields: Payload) -> None:
        super().__init__(daemon=True)
        self._connect = connect
        self._fields = fields
        self._client: Client | None = None
        self._stopping = threading.Event()
        self.acked: list[tuple[int, Payload]] = []
        self.doubts = 0

    def run(self) -> None:
        """Send until stopped; the last message is finished, never given up."""
        while not self._stopping.is_set():
            message = {"cid": new_cid(), "body": new_body()}
            self.acked.append((self._send_until_acked(message)["seq"], message))

    def stop(self) -> None:
        """Finish the message in hand and end."""
        self._stopping.set()
        self.join(timeout=60)
        assert not self.is_alive()
        if self._client is not None:
            self._client.close()

    def _send_until_acked(self, message: Payload) -> Payload:
        while True:
            ack = self._try({**self._fields, **message})
            if ack is not None and ack["ok"]:
                return ack
            assert ack is None or "retry_ms" in ack, ack
            self.doubts += 1
            time.sleep(PAUSE)

    def _try(self, message: Payload) -> Payload | None:
        try:
            if self._client is None:
                self._client = self._connect()
            return self._client.ask("send", message, patience=ACK_TIMEOUT)
        except (SocketIOError, ConnectionRefused, OSError):
            self._drop()
            return None

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client = None
