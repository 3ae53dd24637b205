"""Time waits for the ticker: nothing expires before an absence has been looked at."""

from datetime import timedelta

import time_machine

from app.clock import LONGEST_PAUSE, Clock, wall
from tests.services.conftest import START


def test_without_a_ticker_it_is_what_the_machine_says() -> None:
    with time_machine.travel(START, tick=False):
        assert Clock().now() == wall() == START


def test_a_step_forwards_passes_only_once_it_is_confirmed() -> None:
    clock = Clock()
    clock.confirm(START)
    later = START + timedelta(hours=1)
    with time_machine.travel(later, tick=False):
        assert clock.now() == START + LONGEST_PAUSE
        clock.confirm(later)
        assert clock.now() == later


def test_a_step_backwards_is_followed_only_once_it_is_confirmed() -> None:
    clock = Clock()
    clock.confirm(START)
    earlier = START - timedelta(hours=1)
    with time_machine.travel(earlier, tick=False):
        assert clock.now() == START
        clock.confirm(earlier)
        assert clock.now() == earlier
