"""What a run came to, in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from tests.faults.checker import Violation
from tests.faults.history import Write
from tests.faults.link import Link


@dataclass(slots=True)
class Figures:
    """``faults`` by name; ``doubts``: requests whose ack never came; ``longest_ack`` in seconds, repeats included."""

    name: str
    faults: Counter[str] = field(default_factory=Counter)
    acked: int = 0
    conversations: int = 0
    doubts: int = 0
    resumes: int = 0
    longest_ack: float = 0
    violations: list[Violation] = field(default_factory=list)

    def count(self, writes: Iterable[Write], links: Iterable[Link]) -> None:
        """Add up what writers and links remember."""
        waits = [write.acked - write.began for write in writes if write.acked < inf]
        self.acked = len(waits)
        self.longest_ack = max(waits, default=0)
        for link in links:
            self.doubts += link.doubts
            self.resumes += max(0, link.resumes)

    def __str__(self) -> str:
        faults = ", ".join(f"{number} {name}" for name, number in sorted(self.faults.items())) or "no fault"
        return (
            f"{self.name}: {faults}; {self.acked} messages acked in {self.conversations} conversations, "
            f"{self.doubts} requests in doubt, {self.resumes} resumes, "
            f"longest wait for an ack {self.longest_ack:.1f} s, {len(self.violations)} violations"
        )
