"""Proof that a loop still goes round."""

from collections.abc import Callable

from app import clock
from app.domain.liveness import Liveness

Sleep = Callable[[float], object]


def noted(liveness: Liveness, sleep: Sleep) -> Callable[[float], None]:
    """Return a ``sleep`` that first notes that its loop came round to it."""

    def note_and_sleep(seconds: float) -> None:
        liveness.note(clock.steady())
        sleep(seconds)

    return note_and_sleep
