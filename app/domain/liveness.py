"""Whether something that should come round again and again still does."""

LIMIT = 10.0  # seconds


class Liveness:
    """Remembers when its owner last came round; every instant is in seconds of a steady clock."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def note(self, now: float) -> None:
        """Note that the owner came round."""
        self._last = now

    def age(self, now: float) -> float:
        """Return how long ago that was; infinite when it never happened."""
        return now - self._last

    def is_alive(self, now: float) -> bool:
        """Say whether it happened recently enough."""
        return self.age(now) < LIMIT
