"""Someone who comes with every canary there is: from an address of their own, with telling headers and addresses."""

import socket
from contextlib import closing
from http.client import HTTPConnection
from typing import Any

from requests import Session
from requests.adapters import HTTPAdapter

from tests.privacy.canaries import HEADERS, QUERY, SOURCE
from tests.servers.client import Client, HastyWebSocket
from tests.servers.raw_socket import RawSocket

PATIENCE = 10  # seconds


class FromSource(HTTPAdapter):
    """Connects from the canary's own address."""

    def init_poolmanager(self, *args: Any, **settings: Any) -> None:
        super().init_poolmanager(*args, source_address=(SOURCE, 0), **settings)


class Visitor:
    """``port``: where to knock, at the server itself or at the proxy in front of it."""

    def __init__(self, port: int) -> None:
        self._port = port

    def page(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> int:
        """Ask for a page and return its status."""
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE, source_address=(SOURCE, 0))) as wire:
            wire.request(method, f"{path}?{QUERY}", body and body.encode(), {**HEADERS, **headers})
            answer = wire.getresponse()
            answer.read()
            return answer.status

    def bytes(self, raw: bytes) -> None:
        """Send what is no request at all, and wait for the end of the answer."""
        with socket.create_connection(("127.0.0.1", self._port), PATIENCE, source_address=(SOURCE, 0)) as wire:
            wire.sendall(raw)
            wire.shutdown(socket.SHUT_WR)
            try:
                while wire.recv(4096):
                    pass
            except ConnectionResetError:
                pass

    def socket(self, transport: str, namespace: str, auth: Any, *, cookie: str = "") -> Client:
        """Open a socket over ``websocket`` or ``polling``."""
        session = Session()
        session.mount("http://", FromSource())
        options: dict[str, Any] = {"http_session": session}
        if transport == "websocket":
            wire = socket.create_connection(("127.0.0.1", self._port), PATIENCE, source_address=(SOURCE, 0))
            options["websocket_extra_options"] = {"class_": HastyWebSocket, "socket": wire}
        client = Client(f"http://127.0.0.1:{self._port}/?{QUERY}", namespace, **options)
        headers = {**HEADERS, **({"Cookie": f"{cookie}; {HEADERS['Cookie']}"} if cookie else {})}
        return client.connect(auth, transports=(transport,), **headers)

    def raw_socket(self) -> RawSocket:
        """Open a WebSocket for what no proper client would send."""
        return RawSocket(self._port, **{name.replace("-", "_"): value for name, value in HEADERS.items()})
