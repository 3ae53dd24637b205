"""One Socket.IO connection over one WebSocket, on asyncio: hundreds fit on a core beside the server they ask."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.faults.canary import AGENT
from tests.servers.client import Payload, random_bytes

OPENING = 8  # seconds

_FRAME = re.compile(r"4(?P<type>[0-4])/[a-z]+,(?P<id>[0-9]*)(?P<data>.*)", re.DOTALL)


class Lost(Exception):
    """The connection is gone, or never came to be, or nothing was answered in time."""


class Refused(Exception):
    """The server did not let us in."""

    def __init__(self, data: Payload) -> None:
        super().__init__(str(data))
        self.code: str = data["code"]
        self.retry_ms: int = data.get("retry_ms", 0)


@dataclass(frozen=True, slots=True)
class Door:
    """Where to knock, as whom, and from which address of this machine."""

    port: int
    namespace: str
    auth: Any
    cookie: str = ""
    source: str = "127.0.0.1"


class SocketIo:
    """An open connection. ``hear(event, payload)`` and ``ping()`` are called as frames come in."""

    def __init__(self, wire: ClientConnection, namespace: str) -> None:
        self.closed = asyncio.Event()
        self.hear: Callable[[str, Payload], None] = lambda event, payload: None
        self.ping: Callable[[], None] = lambda: None
        self._wire = wire
        self._namespace = namespace
        self._waiting: dict[int, asyncio.Future[Payload]] = {}
        self._asked = 0

    async def ask(self, event: str, payload: Payload, patience: float) -> Payload:
        """Send a request and return its ack. Raises ``Lost`` when none comes within ``patience`` seconds."""
        if self.closed.is_set():
            raise Lost
        self._asked += 1
        number = self._asked
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(patience):
                await self._wire.send(f"42{self._namespace},{number}{json.dumps([event, payload])}")
                return await answer
        except (WebSocketException, OSError, TimeoutError):
            raise Lost from None
        finally:
            del self._waiting[number]

    async def read(self, patience: float) -> None:
        """Read until the connection ends or is silent for that long, then let go of whoever waits for an ack."""
        try:
            while True:
                async with asyncio.timeout(patience):
                    await self._take(str(await self._wire.recv()))
        except (WebSocketException, OSError, TimeoutError):
            self.abort()
        finally:
            self.closed.set()
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(Lost())
                    answer.exception()  # whoever asked may be gone too

    def abort(self) -> None:
        """Drop the connection without a word, as a dying phone does."""
        self._wire.transport.abort()

    async def _take(self, frame: str) -> None:
        if frame == "2":
            await self._wire.send("3")
            self.ping()
            return
        if not (parts := _FRAME.fullmatch(frame)):
            return
        if parts["type"] == "2":
            self.hear(*json.loads(parts["data"]))
        elif parts["type"] == "3" and (answer := self._waiting.get(int(parts["id"]))) and not answer.done():
            answer.set_result(json.loads(parts["data"])[0])
        elif parts["type"] == "1":
            self.abort()


async def knock(door: Door) -> SocketIo:
    """Open a connection. Raises ``Lost`` when nobody answers and ``Refused`` when somebody says no."""
    address = f"ws://127.0.0.1:{door.port}/socket.io/?EIO=4&transport=websocket&k={random_bytes(16)}"
    try:
        async with asyncio.timeout(OPENING):
            wire = await connect(
                address,
                additional_headers={"Cookie": door.cookie} if door.cookie else None,
                local_addr=(door.source, 0),
                compression=None,
                ping_interval=None,
                open_timeout=None,
                proxy=None,
                user_agent_header=AGENT,
            )
            return await _enter(wire, door)
    except (WebSocketException, OSError, TimeoutError):
        raise Lost from None


async def _enter(wire: ClientConnection, door: Door) -> SocketIo:
    try:
        await wire.recv()
        await wire.send(f"40{door.namespace},{json.dumps(door.auth)}")
        while (frame := str(await wire.recv())) == "2":
            await wire.send("3")
    except BaseException:
        wire.transport.abort()
        raise
    if frame.startswith("44"):
        wire.transport.abort()
        raise Refused(json.loads(frame.partition(",")[2])["data"])
    return SocketIo(wire, door.namespace)
