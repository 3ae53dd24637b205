"""A counsellor: goes on duty, takes whoever is next as long as there is room, writes, ends, hands over."""

import asyncio
from http.client import HTTPException
from time import monotonic

from tests.cast import PASSWORD, Member
from tests.faults.history import Acceptance, Release, View
from tests.faults.link import Link
from tests.faults.part import Part
from tests.faults.scene import Scene
from tests.faults.socket_io import Door, Lost, SocketIo, knock
from tests.servers.client import Payload, new_cid, new_pairing
from tests.servers.staff_browser import StaffBrowser

NOT_NOW = frozenset({"E_EMPTY", "E_CONFLICT", "E_CAPACITY"})
OVER_ALREADY = frozenset({"E_ENDED", "E_EXPIRED", "E_NOT_YOURS"})
A_WHILE = 0.5  # seconds


class CounsellorBot:
    """One person at one console; ``parts`` holds the conversations of the moment, by id."""

    def __init__(self, member: Member, municipality: str, capacity: int, scene: Scene) -> None:
        self.name = member.email
        self.parts: dict[str, Part] = {}
        self.settled = asyncio.Event()
        self._capacity = capacity
        self._municipality = municipality
        self._scene = scene
        self._browser = StaffBrowser(f"http://127.0.0.1:{scene.port}")
        self._is_signed_in = False
        self._line_moved = asyncio.Event()
        self._talks: dict[str, asyncio.Task[None]] = {}
        self._colleagues: list[str] = []
        self.link = Link(self._dial, scene.pace, scene.dice)
        self.link.on_event, self.link.on_ping = self._hear, self._beat
        self.link.on_online = lambda: self._scene.crew.start(self._go_on_duty())
        self.links = [self.link]

    async def live(self) -> None:
        """Take one youth after the other until everyone is to be quiet; then wait for the curtain and the ends."""
        while not self._scene.quiet.is_set():
            if len(self.parts) < self._capacity:
                await self._take_next()
            await self._wait_for_the_line()
        await asyncio.gather(*self._talks.values())
        self.settled.set()
        await self._scene.curtain.wait()
        for part in list(self.parts.values()):
            await self._see_the_end(part)
        await self.link.hang_up()

    async def _dial(self) -> SocketIo:
        ticket = await asyncio.to_thread(self._ticket)
        auth = {"v": 1, "municipality": self._municipality, "ticket": ticket}
        door = Door(self._scene.port, "/counsellor", auth, self._browser.cookie, self._scene.source)
        return await knock(door)

    def _ticket(self) -> str:
        """Fetch a ticket, signing in first when the sign-in is over. Raises ``Lost``."""
        try:
            if not self._is_signed_in:
                self._is_signed_in = self._browser.sign_in(self.name, PASSWORD) == 200
            return self._browser.ticket()
        except (OSError, HTTPException):
            raise Lost from None
        except AssertionError:
            self._is_signed_in = False
            raise Lost from None

    async def _go_on_duty(self) -> None:
        """Say so again after every reconnect, and learn from the answer which conversations are one's own."""
        ack = await self.link.ask("set_duty", {"state": "on", "capacity": self._capacity})
        assert ack["ok"], ack
        for mine in ack["conversations"]:
            self._take_part_in(mine["conversation"])
        for part in self.parts.values():
            part.heal()
        self._line_moved.set()

    async def _take_next(self) -> None:
        pairing = new_pairing()
        began = monotonic()
        ack = await self.link.ask("accept", pairing)
        if not ack["ok"]:
            assert ack["code"] in NOT_NOW, ack
            # A long outage may have outlived the lease; the console says again what it wants.
            if ack["code"] == "E_CONFLICT":
                await self._go_on_duty()
            return
        name = ack["conversation"]
        self._scene.history.acceptances.append(
            Acceptance(
                counsellor=self.name,
                capacity=self._capacity,
                conversation=name,
                key_id=pairing["key_id"],
                seq=ack["seq"],
                began=began,
                acked=monotonic(),
            )
        )
        self._take_part_in(name)
        self._line_moved.set()

    async def _wait_for_the_line(self) -> None:
        try:
            async with asyncio.timeout(A_WHILE):
                await self._line_moved.wait()
        except TimeoutError:
            return
        self._line_moved.clear()

    def _take_part_in(self, name: str) -> None:
        if name in self.parts:
            return
        view = View(self.name, name, is_party=True)
        self.parts[name] = Part(self._scene, self.link, view, "counsellor", {"conversation": name})
        self.parts[name].heal()
        self._talks[name] = self._scene.crew.start(self._talk(name, self.parts[name]))

    async def _talk(self, name: str, part: Part) -> None:
        left = self._scene.how_many()
        while part.is_open and left and not self._scene.quiet.is_set():
            await part.say()
            left -= 1
            await self._scene.think()
        if self._scene.quiet.is_set():
            return
        await part.catch_up_with_own()
        if part.is_open:
            await self._finish(name, part)
        await part.sync()
        self._close(name)

    async def _finish(self, name: str, part: Part) -> None:
        if self._colleagues and self._scene.dice.random() < self._scene.hands_over:
            to = self._scene.dice.choice(["line", *self._colleagues])
            ack = await self.link.ask("hand_over", {"conversation": name, "cid": new_cid(), "to": to})
            if ack["ok"]:
                self._scene.history.releases.append(Release(self.name, name, ack["seq"]))
                return
            assert ack["code"] in {"E_CONFLICT", "E_CAPACITY", *OVER_ALREADY}, ack
        ack = await self.link.ask("end", {"conversation": name, "cid": new_cid()})
        assert ack["ok"] or ack["code"] in OVER_ALREADY, ack

    async def _see_the_end(self, part: Part) -> None:
        while part.is_open:
            await part.sync()
            await asyncio.sleep(self._scene.pace.first)
        await part.sync()
        self._close(part.view.conversation)

    def _close(self, name: str) -> None:
        self.parts.pop(name).close()
        self._talks.pop(name, None)
        self._line_moved.set()

    def _hear(self, event: str, payload: Payload) -> None:
        if event == "entry" and payload["conversation"] in self.parts:
            self.parts[payload["conversation"]].hear(payload)
        elif event == "waiting_line":
            self._line_moved.set()
        elif event == "duties":
            others = (duty["staff"] for duty in payload["duties"] if duty["live"] and duty["name"] != self.name)
            self._colleagues = list(others)

    def _beat(self) -> None:
        self._scene.crew.start(self._heartbeat())

    async def _heartbeat(self) -> None:
        after = {name: part.view.last for name, part in self.parts.items()}
        ack = await self.link.ask("heartbeat", {"after": after})
        for name, part in list(self.parts.items()):
            if name in after and ack["ok"] and ack["last"].get(name) != after[name]:
                part.heal()
