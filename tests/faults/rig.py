"""The rig: an installation full of talking bots. Somebody torments it; in the end it says what became of everything."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from time import monotonic

from sqlalchemy.exc import DBAPIError

from tests import search
from tests.cast import PASSWORD
from tests.faults import canary, checker
from tests.faults.checker import Violation
from tests.faults.counsellor_bot import CounsellorBot
from tests.faults.figures import Figures
from tests.faults.history import Disappearance
from tests.faults.installation import Installation
from tests.faults.pace import HURRIED, Pace
from tests.faults.rows import Rows
from tests.faults.scene import Scene
from tests.faults.tcp_proxy import TcpProxy
from tests.faults.youth_bot import YouthBot

CAPACITY = 3
YOUTHS_EACH = 8  # in every municipality, for two counsellors of three conversations: some always wait
PATIENCE = 90  # seconds
LOOK = 0.25
ERASURE = 20


class Rig:
    """``seed`` decides what the bots draw. ``by_proxy``: they come over a network that can be cut."""

    def __init__(self, installation: Installation, seed: int, pace: Pace = HURRIED, *, by_proxy: bool = False) -> None:
        dice = Random(seed)
        self.installation = installation
        self.figures = Figures(installation.name)
        self._source = canary.address_of_its_own(dice)
        self.proxy = TcpProxy(installation.server.port, self._source)
        self._scene = Scene(port=0, pace=pace, dice=dice, source=self._source)
        self._by_proxy = by_proxy
        self._rows = Rows(installation.server.database_url)
        self.bots: list[YouthBot | CounsellorBot] = []

    async def start(self) -> None:
        """Open the network and let everyone in, the counsellors first: before them the door is closed."""
        await self.proxy.start()
        self._scene.port = self.proxy.port if self._by_proxy else self.installation.server.port
        counsellors = self._counsellors()
        self.bots = [*counsellors]
        self._let_in(counsellors)
        await self._wait_until(lambda: all(bot.is_on_duty.is_set() for bot in counsellors), "duty")
        youths = self._youths()
        self.bots += youths
        self._let_in(youths)
        self._scene.crew.start(self._watch())

    @property
    def acked(self) -> int:
        """How many messages were acknowledged so far."""
        return self._scene.acked

    async def wait_for_acks(self, more: int) -> None:
        """Wait until that many more messages are acknowledged."""
        wanted = self.acked + more
        await self._wait_until(lambda: self.acked >= wanted, f"{wanted} acks")

    async def wait_for_refusals(self, more: int) -> None:
        """Wait until that many more requests were answered that nothing can be kept right now."""
        wanted = self._refusals() + more
        await self._wait_until(lambda: self._refusals() >= wanted, f"{wanted} refusals")

    async def silence_a_counsellor(self, seconds: float) -> None:
        """Take one console away for a while; whether it is taken for gone is the server's affair."""
        bot = self._scene.dice.choice([bot for bot in self.bots if isinstance(bot, CounsellorBot)])
        gone = Disappearance(bot.name, since=monotonic())
        self._scene.history.disappearances.append(gone)
        bot.link.sleep()
        try:
            await asyncio.sleep(seconds)
        finally:
            gone.until = monotonic()
            bot.link.wake()

    def note(self, fault: str) -> None:
        """Count a fault."""
        self.figures.faults[fault] += 1

    async def finish(self) -> Figures:
        """Let everyone finish their sentence, compare, let everyone say goodbye, and look whether all is gone."""
        await self._settle()
        self.figures.violations = checker.violations(self._scene.history)
        await self._say_goodbye()
        self.figures.violations += await self._what_remains()
        history = self._scene.history
        self.figures.conversations = len(history.arrivals)
        self.figures.count(history.writes, [link for bot in self.bots for link in bot.links])
        return self.figures

    async def stop(self) -> None:
        """End everything, whatever state it is in."""
        for bot in self.bots:
            for link in bot.links:
                await link.hang_up()
        await self._scene.crew.dismiss()
        await self.proxy.stop()

    def _let_in(self, bots: Sequence[YouthBot | CounsellorBot]) -> None:
        for bot in bots:
            self._scene.crew.start(bot.live())

    def _counsellors(self) -> list[CounsellorBot]:
        casts = self.installation.casts
        members = [(member, cast.slug) for cast in casts for member in (cast.alex, cast.kim)]
        return [CounsellorBot(member, [slug], CAPACITY, self._scene) for member, slug in members]

    def _youths(self) -> list[YouthBot]:
        slugs = [cast.slug for cast in self.installation.casts]
        return [YouthBot(f"youth {n} of {slug}", slug, self._scene) for slug in slugs for n in range(YOUTHS_EACH)]

    async def _watch(self) -> None:
        """Look at the rows again and again, as long as messages are written."""
        staff = (member.id for cast in self.installation.casts for member in (cast.alex, cast.kim))
        capacities = dict.fromkeys(staff, CAPACITY)
        while not self._scene.quiet.is_set():
            with suppress(DBAPIError):  # the database is away, and somebody else made it so
                self._scene.history.crowds += await asyncio.to_thread(self._rows.crowds, capacities)
            await asyncio.sleep(LOOK)

    def _refusals(self) -> int:
        return sum(link.refusals for bot in self.bots for link in bot.links)

    async def _settle(self) -> None:
        self._scene.quiet.set()
        await self._wait_until(lambda: all(bot.settled.is_set() for bot in self.bots), "quiet")
        for part in [part for bot in self.bots for part in bot.parts.values()]:
            await part.sync()
        self._scene.history.logs = await asyncio.to_thread(self._rows.logs)

    async def _say_goodbye(self) -> None:
        self._scene.curtain.set()
        await self._wait_until(lambda: not any(bot.parts for bot in self.bots), "goodbyes")

    async def _what_remains(self) -> list[Violation]:
        """After the last goodbye no row is left, and soon no byte of it in the files."""
        for _ in range(round(ERASURE / LOOK)):
            if not (remains := await asyncio.to_thread(self._remains)):
                break
            await asyncio.sleep(LOOK)
        return remains

    def _remains(self) -> list[Violation]:
        if left := self._rows.left():
            # What is still in a row is in the files too, and to search those takes long.
            return [Violation("everything_is_erased", f"{left} rows are left")]
        leaks = search.found_in(self._own_files(), search.plainly([*self._secrets(), canary.CANARY]))
        if self.installation.cluster is not None:
            # Dead rows are PostgreSQL's own to vacuum; what opens doors, or tells who came, was never in any row.
            leaks = [*leaks, *search.found_in([self.installation.cluster.data], search.plainly(self._secrets()))]
        return [Violation("nothing_leaked", leak) for leak in leaks]

    def _own_files(self) -> list[Path]:
        server, home, cluster = self.installation.server, self.installation.home, self.installation.cluster
        return [server.output, *([home] if home else []), *([cluster.log] if cluster else [])]

    def _secrets(self) -> list[str]:
        resumes = [resume for bot in self.bots if isinstance(bot, YouthBot) for resume in bot.resumes[-2:]]
        return [self._source, canary.AGENT, PASSWORD, *resumes]

    async def _wait_until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = monotonic() + PATIENCE
        while not condition():
            self._scene.crew.check()
            assert monotonic() < deadline, f"{self.installation.name}: waited {PATIENCE} s in vain for {what}"
            await asyncio.sleep(0.01)
        self._scene.crew.check()
