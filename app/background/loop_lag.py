"""How late the loop wakes: what stops it for a moment stops everybody."""

from collections.abc import Callable

from app import clock
from app.metrics import LAG_PAUSE, Metrics

Sleep = Callable[[float], object]


def run(metrics: Metrics, sleep: Sleep) -> None:
    """Sleep a little and note how much longer it took, for ever."""
    while True:
        lain_down_at = clock.steady()
        sleep(LAG_PAUSE)
        metrics.note_lag(max(0.0, clock.steady() - lain_down_at - LAG_PAUSE))
