"""What passes through this process right now, and whether it still lets anyone in."""

from threading import Lock
from types import TracebackType


class Traffic:
    """Counts what is in flight, ``with traffic:`` around each request. A process that drains finishes it first."""

    def __init__(self) -> None:
        self.is_draining = False  # nobody new is let in
        self.is_closed = False  # and nothing new is begun
        self._in_flight = 0
        self._turn = Lock()

    @property
    def in_flight(self) -> int:
        """How many requests are being handled."""
        return self._in_flight

    def __enter__(self) -> None:
        with self._turn:
            self._in_flight += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._turn:
            self._in_flight -= 1
