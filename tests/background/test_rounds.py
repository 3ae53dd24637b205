"""The loops that watch over the process: they report, and go on."""

import pytest

from app import clock
from app.background import loop_lag, rounds
from app.domain.liveness import Liveness
from app.metrics import LAG_PAUSE, Metrics


class Enough(Exception):
    """Ends an endless loop."""


def test_going_to_sleep_is_reported_before_it_is_done() -> None:
    liveness, slept = Liveness(), []

    def sleep(seconds: float) -> None:
        slept.append((seconds, liveness.is_alive(clock.steady())))

    rounds.noted(liveness, sleep)(2)
    assert slept == [(2, True)]


def test_a_loop_that_wakes_late_is_seen() -> None:
    metrics, looks = Metrics(), iter([0.0, 0.15, 0.0])

    def sleep(seconds: float) -> None:
        late = next(looks, None)
        if late is None:
            raise Enough
        until = clock.steady() + LAG_PAUSE + late
        while clock.steady() < until:
            pass

    with pytest.raises(Enough):
        loop_lag.run(metrics, sleep)
    assert 0.15 <= metrics.worst_lag() < 1
    assert b"lyttepunkt_loop_lag_seconds_count 3.0" in metrics.text()
