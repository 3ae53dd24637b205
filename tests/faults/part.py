"""One side's part in one conversation: what it has applied of the log, and its own messages, one at a time."""

import asyncio
from collections.abc import Callable
from time import monotonic

from tests.faults.canary import sealed_with_canary
from tests.faults.history import View, Write
from tests.faults.link import Link
from tests.faults.scene import Scene
from tests.servers.client import Payload, new_cid

GONE = frozenset({"E_ENDED", "E_EXPIRED", "E_NOT_YOURS"})


class Part:
    """``fields`` go into every request: a counsellor's name the conversation, a youth's need not."""

    def __init__(self, scene: Scene, link: Link, view: View, side: str, fields: Payload) -> None:
        self.view = view
        self.gone = ""
        self.on_entry: Callable[[Payload], None] = lambda entry: None
        self._scene = scene
        self._link = link
        self._side = side
        self._fields = fields
        self._turn = asyncio.Lock()
        self._healing: asyncio.Task[None] | None = None
        self._acked = 0
        self._is_refused = False
        scene.history.views.append(view)

    @property
    def is_open(self) -> bool:
        """Whether messages can still be written."""
        return not self.gone and not self._is_refused and not self.view.has_ended

    def hear(self, entry: Payload) -> None:
        """Take what was pushed; what does not fit calls for a sync, and so does an end: it wants to be confirmed."""
        if not self._apply(entry) or self.view.has_ended:
            self.heal()

    def heal(self) -> None:
        """Sync in the background, once at a time."""
        if self._healing is None or self._healing.done():
            self._healing = self._scene.crew.start(self.sync())

    async def sync(self) -> None:
        """Read until nothing is missing; the last request confirms what has arrived, an end included."""
        async with self._turn:
            while not self.gone:
                had_ended = self.view.has_ended
                ack = await self._link.ask("sync", {**self._fields, "after": self.view.last, "limit": 200})
                if not ack["ok"]:
                    self._lose(ack["code"])
                    return
                for entry in ack["entries"]:
                    self._apply(entry)
                if not ack["more"] and self.view.has_ended == had_ended:
                    return

    async def say(self) -> None:
        """Send one message until it has a final answer."""
        view = self.view
        write = Write(view.viewer, self._side, view.conversation, new_cid(), sealed_with_canary(), monotonic())
        self._scene.history.writes.append(write)
        ack = await self._link.ask("send", {**self._fields, "cid": write.cid, "body": write.body})
        if ack["ok"]:
            write.seq, write.acked = ack["seq"], monotonic()
            self._acked = max(self._acked, ack["seq"])
            self._scene.acked += 1
        else:
            self._lose(ack["code"])

    async def catch_up_with_own(self) -> None:
        """Wait until everything of one's own that was acknowledged is on one's screen."""
        while not self.gone and self.view.last < self._acked:
            await self.sync()

    def close(self) -> None:
        """Leave. Nobody expects more of it: what it has need only be a beginning of the log, unless it has the end."""
        self.view.is_party = self.view.has_ended

    def _apply(self, entry: Payload) -> bool:
        before = self.view.last
        fits = self.view.apply(entry)
        if self.view.last > before:
            self.on_entry(entry)
        return fits

    def _lose(self, code: str) -> None:
        """Another holds it, or it is over: nothing else may end a part."""
        assert code in GONE, f"{self.view.viewer} was answered {code}"
        if code == "E_ENDED":
            self._is_refused = True
            self.heal()
        else:
            self.gone = code
