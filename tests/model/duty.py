"""One counsellor's duty as docs/protocol.md describes it."""

from dataclasses import dataclass


@dataclass
class Duty:
    """``state`` is on or pause; off is no duty at all. From ``lease`` on the console counts as silent."""

    state: str
    capacity: int
    serves: frozenset[str]
    lease: int

    def is_live(self, now: int) -> bool:
        """Say whether this counsellor can take someone."""
        return self.state == "on" and now < self.lease
