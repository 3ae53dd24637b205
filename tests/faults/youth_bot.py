"""A young person: joins, writes, leaves or is told goodbye, and after a while has something on their heart again."""

import asyncio
from time import monotonic

from tests.faults.history import Arrival, View
from tests.faults.link import Link, Over
from tests.faults.part import Part
from tests.faults.scene import Scene
from tests.faults.socket_io import Door, SocketIo, knock
from tests.servers.client import Payload, new_body, new_cid, new_resume

URGENT = 0.1
IN_A_HURRY = 0.2


class YouthBot:
    """One person with one page; ``parts`` holds the conversation of the moment, if there is one."""

    def __init__(self, name: str, municipality: str, scene: Scene) -> None:
        self.name = name
        self.parts: dict[str, Part] = {}
        self.links: list[Link] = []
        self.resumes: list[str] = []
        self.settled = asyncio.Event()
        self._municipality = municipality
        self._scene = scene
        self._has_joined = False

    async def live(self) -> None:
        """Have one conversation after the other until everyone is to be quiet; then stay until the curtain falls."""
        while not self._scene.quiet.is_set():
            link = self._open_page()
            try:
                await self._have_a_conversation(link)
            except Over:
                self._close_parts()
            finally:
                await link.hang_up()
        self.settled.set()

    def _open_page(self) -> Link:
        self._has_joined = False
        self.resumes.append(new_resume())
        link = Link(self._dial, self._scene.pace, self._scene.dice)
        link.on_event, link.on_online = self._hear, self._heal
        link.on_ping = lambda: self._beat(link)
        self.links.append(link)
        return link

    async def _dial(self) -> SocketIo:
        auth: Payload = {"v": 1, "municipality": self._municipality}
        if self._has_joined:
            auth["resume"] = self.resumes[-1]
        return await knock(Door(self._scene.port, "/youth", auth, source=self._scene.source))

    async def _have_a_conversation(self, link: Link) -> None:
        part = await self._join(link)
        if part is None:
            await self._scene.think()
            return
        left = self._scene.how_many()
        while part.is_open and left and not self._scene.quiet.is_set():
            await part.say()
            left -= any(entry["kind"] == "paired" for entry in part.view.entries)
            await self._scene.think()
        if self._scene.quiet.is_set():
            self.settled.set()
            await self._scene.curtain.wait()
        await self._leave(part, link)

    async def _join(self, link: Link) -> Part | None:
        urgent = self._scene.dice.random() < URGENT
        began = monotonic()
        ack = await link.ask("join", {"cid": new_cid(), "resume": self.resumes[-1], "urgent": urgent})
        if not ack["ok"]:
            assert ack["code"] == "E_CLOSED", ack
            return None
        self._has_joined = True
        name = ack["conversation"]
        arrival = Arrival(self.name, self._municipality, name, urgent, began, monotonic(), link.presences)
        self._scene.history.arrivals.append(arrival)
        part = self.parts[name] = Part(self._scene, link, View(self.name, name, is_party=True), "youth", {})
        part.on_entry = lambda entry: self._read(entry, link)
        part.heal()
        return part

    async def _leave(self, part: Part, link: Link) -> None:
        """Say goodbye once one's own words are on the screen; whoever was told goodbye only confirms it."""
        await part.catch_up_with_own()
        if part.is_open:
            reason = "exit" if self._scene.dice.random() < IN_A_HURRY else "done"
            ack = await link.ask("leave", {"cid": new_cid(), "reason": reason})
            assert ack["ok"] or ack["code"] in {"E_ENDED", "E_EXPIRED"}, ack
        await part.sync()
        self._close_parts()

    def _close_parts(self) -> None:
        for part in self.parts.values():
            part.close()
        self.parts.clear()

    def _hear(self, event: str, payload: Payload) -> None:
        if event == "entry":
            for part in self.parts.values():
                part.hear(payload)

    def _heal(self) -> None:
        for part in self.parts.values():
            part.heal()

    def _beat(self, link: Link) -> None:
        for part in self.parts.values():
            self._scene.crew.start(self._heartbeat(part, link))

    async def _heartbeat(self, part: Part, link: Link) -> None:
        ack = await link.ask("heartbeat", {"after": part.view.last})
        if not ack["ok"] or ack["last"] > part.view.last:
            part.heal()

    def _read(self, entry: Payload, link: Link) -> None:
        """Answer a new key with the sealed key of the conversation."""
        if entry["kind"] == "paired":
            self._scene.crew.start(self._seal(entry["key_id"], link))

    async def _seal(self, key_id: str, link: Link) -> None:
        sealed = {"cid": new_cid(), "key_id": key_id, "enc": new_body(65), "sealed": new_body(48)}
        ack = await link.ask("seal", sealed)
        assert ack["ok"] or ack["code"] in {"E_CONFLICT", "E_ENDED", "E_EXPIRED"}, ack
