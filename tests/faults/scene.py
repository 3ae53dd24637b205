"""What all bots of one run share: where the server is, how they behave, what they remember, and when to be quiet."""

import asyncio
from dataclasses import dataclass, field
from random import Random

from tests.faults.crew import Crew
from tests.faults.history import History
from tests.faults.pace import Pace


@dataclass(slots=True)
class Scene:
    """``port`` is what the bots dial: the server's own, or that of a proxy before it."""

    port: int
    pace: Pace
    dice: Random
    source: str
    messages: tuple[int, int] = (5, 30)  # fewest and most that one bot writes into one conversation
    hands_over: float = 0.3  # the share of conversations that a counsellor hands over instead of ending them
    acked: int = 0
    history: History = field(default_factory=History)
    crew: Crew = field(default_factory=Crew)
    quiet: asyncio.Event = field(default_factory=asyncio.Event)
    curtain: asyncio.Event = field(default_factory=asyncio.Event)

    def how_many(self) -> int:
        """Draw how many messages somebody is going to write."""
        return self.dice.randint(*self.messages)

    async def think(self) -> None:
        """Let a writer think, but no longer than until everyone is to be quiet."""
        try:
            async with asyncio.timeout(self.pace.think(self.dice)):
                await self.quiet.wait()
        except TimeoutError:
            return
