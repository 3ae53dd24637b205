"""A counsellor: goes on duty, takes whoever is next as long as there is room, writes, ends, hands over."""

import asyncio
from time import monotonic

from tests.cast import Member
from tests.faults.history import Acceptance, Release, View
from tests.faults.link import Link
from tests.faults.part import Part
from tests.faults.scene import Scene
from tests.faults.staff_door import StaffDoor
from tests.servers.client import Payload, new_cid, new_pairing

NOT_NOW = frozenset({"E_EMPTY", "E_CONFLICT", "E_CAPACITY"})
OVER_ALREADY = frozenset({"E_ENDED", "E_EXPIRED", "E_NOT_YOURS"})
NOT_THERE = frozenset({"E_CONFLICT", "E_CAPACITY"})
A_WHILE = 0.5  # seconds


class CounsellorBot:
    """One person at one console; ``parts`` holds the conversations of the moment, by id."""

    def __init__(self, member: Member, municipalities: list[str], capacity: int, scene: Scene) -> None:
        self.name = member.email
        self.parts: dict[str, Part] = {}
        self.settled = asyncio.Event()
        self._capacity = capacity
        self._municipalities = municipalities
        self._scene = scene
        self._line_moved = asyncio.Event()
        self._talks: dict[str, asyncio.Task[None]] = {}
        self._colleagues: dict[str, list[str]] = {}
        self.link = Link(StaffDoor(member.email, municipalities[0], scene).open, scene.pace, scene.dice)
        self.link.on_event, self.link.on_online, self.link.on_ping = self._hear, self._come_back, self._beat
        self.links = [self.link]
        self._coming_back: asyncio.Task[None] | None = None
        self._beating: asyncio.Task[None] | None = None
        self.is_on_duty = asyncio.Event()

    async def live(self) -> None:
        """Take one youth after the other until everyone is to be quiet; then wait for the curtain and the ends."""
        await self.is_on_duty.wait()
        while not self._scene.quiet.is_set():
            if len(self.parts) < self._capacity:
                await self._take()
            await self._wait_for_the_line()
        await asyncio.gather(*self._talks.values(), return_exceptions=True)
        self.settled.set()
        await self._scene.curtain.wait()
        for name, part in list(self.parts.items()):
            await self._see_the_end(name, part)
        await self.link.hang_up()

    def _come_back(self) -> None:
        if self._coming_back is not None:
            self._coming_back.cancel()
        self._coming_back = self._scene.crew.start(self._go_on_duty())

    async def _go_on_duty(self) -> None:
        """Say so again after every reconnect, and learn from the answer which conversations are one's own."""
        level = {"state": "on", "capacity": self._capacity, "municipalities": self._municipalities}
        ack = await self.link.ask("set_duty", level)
        assert ack["ok"], ack
        for mine in ack["conversations"]:
            self._take_part_in(mine["conversation"])
            if mine["state"] == "waiting":
                # We had been away for so long that anyone may have it; nobody has yet.
                await self._take(mine["conversation"])
        for part in list(self.parts.values()):
            part.heal()
        self.is_on_duty.set()
        self._line_moved.set()

    async def _take(self, named: str | None = None) -> None:
        pairing = new_pairing() | ({"conversation": named} if named else {})
        began = monotonic()
        ack = await self.link.ask("accept", pairing)
        if not ack["ok"]:
            assert ack["code"] in NOT_NOW, ack
            # A long outage may have outlived the lease; the console says again what it wants.
            if ack["code"] == "E_CONFLICT" and not named:
                await self._go_on_duty()
            return
        acceptance = Acceptance(
            counsellor=self.name,
            capacity=self._capacity,
            conversation=ack["conversation"],
            key_id=pairing["key_id"],
            seq=ack["seq"],
            began=began,
            acked=monotonic(),
            named=named is not None,
        )
        self._scene.history.acceptances.append(acceptance)
        # Whoever is given what they have just handed over begins anew.
        if not named and (old := self._talks.get(acceptance.conversation)):
            old.cancel()
            self._close(acceptance.conversation)
        self._take_part_in(acceptance.conversation)
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
        if self._scene.quiet.is_set() and not part.gone:
            return
        await part.catch_up_with_own()
        hands_over = self._scene.dice.random() < self._scene.hands_over
        if not (part.is_open and hands_over and await self._hand_over(name)):
            await self._end(name, part)
        self._close(name)

    async def _hand_over(self, name: str) -> bool:
        """Let a colleague go on, or anyone; say whether that came to pass."""
        everyone = [staff for colleagues in self._colleagues.values() for staff in colleagues]
        to = self._scene.dice.choice(["line", *everyone])
        release = Release(self.name, name)
        self._scene.history.releases.append(release)
        ack = await self.link.ask("hand_over", {"conversation": name, "cid": new_cid(), "to": to})
        assert ack["ok"] or ack["code"] in NOT_THERE | OVER_ALREADY | {"E_FORBIDDEN"}, ack
        release.seq = ack["seq"] if ack["ok"] else 0
        return bool(ack["ok"])

    async def _end(self, name: str, part: Part) -> None:
        if part.is_open:
            ack = await self.link.ask("end", {"conversation": name, "cid": new_cid()})
            assert ack["ok"] or ack["code"] in OVER_ALREADY, ack
        await part.sync()

    async def _see_the_end(self, name: str, part: Part) -> None:
        while part.is_open:
            await part.sync()
            await asyncio.sleep(self._scene.pace.first)
        await part.sync()
        self._close(name)

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
            self._colleagues[payload["municipality"]] = list(others)

    def _beat(self) -> None:
        if self._beating is None or self._beating.done():
            self._beating = self._scene.crew.start(self._heartbeat())

    async def _heartbeat(self) -> None:
        after = {name: part.view.last for name, part in self.parts.items()}
        ack = await self.link.ask("heartbeat", {"after": after})
        for name, part in list(self.parts.items()):
            if name in after and ack["ok"] and ack["last"].get(name) != after[name]:
                part.heal()
