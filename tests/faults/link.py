"""A connection that comes back by itself, and requests that are repeated unchanged until they have a final answer."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random
from time import monotonic

from tests.faults.history import Presence
from tests.faults.pace import Pace
from tests.faults.socket_io import Lost, Refused, SocketIo
from tests.servers.client import Payload

FINAL = frozenset({"E_REPLACED", "E_EXPIRED", "E_FORBIDDEN", "E_VERSION"})
REPEATABLE = frozenset({"E_UNAVAILABLE", "E_RATE", "E_DRAINING", "E_INTERNAL", "E_AUTH"})

Dial = Callable[[], Awaitable[SocketIo]]


class Over(Exception):
    """This link will not come back: the server said something final, or we hung up."""


class Link:
    """One client's way to the server. The handlers are called on the loop and must not wait."""

    def __init__(self, dial: Dial, pace: Pace, dice: Random) -> None:
        self.on_event: Callable[[str, Payload], None] = lambda event, payload: None
        self.on_online: Callable[[], None] = lambda: None
        self.on_ping: Callable[[], None] = lambda: None
        self.doubts = 0
        self.refusals = 0
        self.resumes = -1
        self.refusal = ""
        self.presences: list[Presence] = []
        self._dial = dial
        self._pace = pace
        self._dice = dice
        self._socket: SocketIo | None = None
        self._changed = asyncio.Condition()
        self._awake = asyncio.Event()
        self._awake.set()
        self._task = asyncio.create_task(self._keep_connected())

    async def ask(self, event: str, payload: Payload) -> Payload:
        """Return the final ack of a request. Raises ``Over``."""
        tries = 0
        while True:
            ack = await self._try(event, payload)
            if ack is not None and (ack["ok"] or ack["code"] not in REPEATABLE):
                return ack
            self.doubts += ack is None
            pause = self._pace.back_off(tries, self._dice)
            await asyncio.sleep(max(pause, (ack or {}).get("retry_ms", 0) / 1000))
            tries += 1

    def drop(self) -> None:
        """Lose the connection as a phone in a tunnel does; the link comes back by itself."""
        if self._socket is not None:
            self._socket.abort()

    def sleep(self) -> None:
        """Lose the connection and stay away until ``wake``."""
        self._awake.clear()
        self.drop()

    def wake(self) -> None:
        """Come back."""
        self._awake.set()

    async def hang_up(self) -> None:
        """Let go for good."""
        self.refusal = self.refusal or "hung up"
        self._task.cancel()
        self.drop()
        with suppress(asyncio.CancelledError):
            await self._task
        await self._tell()

    async def _try(self, event: str, payload: Payload) -> Payload | None:
        socket = await self._online()
        presence = self.presences[-1]
        began = monotonic()
        try:
            ack = await socket.ask(event, payload, self._pace.ack)
        except Lost:
            return None
        if ack["ok"]:
            presence.until = max(presence.until, began)
        self.refusals += ack.get("code") == "E_UNAVAILABLE"
        if ack.get("code") == "E_AUTH":
            socket.abort()
        if ack.get("code") == "E_REPLACED":
            await self._refuse("E_REPLACED")
        return ack

    async def _online(self) -> SocketIo:
        async with self._changed:
            await self._changed.wait_for(lambda: self._socket is not None or self.refusal)
        if self.refusal or self._socket is None:
            raise Over
        return self._socket

    async def _keep_connected(self) -> None:
        failures = 0
        while not self.refusal:
            await self._awake.wait()
            retry_ms = 0
            try:
                await self._stay(await self._dial())
                failures = 0
            except Lost:
                failures += 1
            except Refused as refused:
                failures, retry_ms = failures + 1, refused.retry_ms
                if refused.code in FINAL:
                    await self._refuse(refused.code)
            await asyncio.sleep(max(self._pace.back_off(failures, self._dice), retry_ms / 1000))
        await self._tell()

    async def _stay(self, socket: SocketIo) -> None:
        socket.hear = self._hear
        socket.ping = self._ping
        reader = asyncio.create_task(socket.read(self._pace.silence))
        self._socket = socket
        now = monotonic()
        self.presences.append(Presence(since=now, until=now))
        self.resumes += 1
        await self._tell()
        self.on_online()
        try:
            await socket.closed.wait()
        finally:
            self._socket = None
            socket.abort()
            await reader

    def _ping(self) -> None:
        self.on_ping()

    def _hear(self, event: str, payload: Payload) -> None:
        if event == "bye" and payload["code"] in FINAL:
            self.refusal = payload["code"]
        else:
            self.on_event(event, payload)

    async def _refuse(self, code: str) -> None:
        self.refusal = code
        self.drop()
        await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()
