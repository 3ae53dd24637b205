"""How a client waits: the client rules of docs/protocol.md, and a faster beat for runs that have minutes only."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Pace:
    """All in seconds: patience with an ack and with silence, the back-off's first and longest pause, a writer's."""

    ack: float = 5
    silence: float = 25
    first: float = 0.5
    longest: float = 15
    between_messages: float = 1

    def back_off(self, tries: int, dice: Random) -> float:
        """Return the pause before the next try: doubled each time, bounded, with jitter."""
        return min(self.longest, self.first * 2 ** min(tries, 10)) * dice.uniform(0.5, 1)

    def think(self, dice: Random) -> float:
        """Return how long a writer thinks before the next message."""
        return dice.uniform(0, 2 * self.between_messages)


BROWSER = Pace()
HURRIED = Pace(ack=1.5, silence=12, first=0.05, longest=0.4, between_messages=0.1)
