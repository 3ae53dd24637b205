"""Token buckets: nobody gets more than burst and rate allow, nobody who waits as told is refused, nothing is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rate import Limiter, Rate, take

RATE = Rate(burst=5, per_second=2)
PAUSES = st.lists(st.floats(min_value=0, max_value=3), max_size=60)


@given(PAUSES)
def test_nobody_gets_more_than_the_burst_and_what_has_grown_since(pauses: list[float]) -> None:
    level, now, taken = None, 100.0, 0
    for pause in pauses:
        now += pause
        level, wait = take(RATE, level, now)
        taken += wait == 0
        assert taken <= RATE.burst + (now - 100.0) * RATE.per_second + 1e-6


@given(PAUSES)
def test_whoever_waits_as_long_as_told_is_served(pauses: list[float]) -> None:
    level, now = None, 0.0
    for pause in pauses:
        now += pause
        level, wait = take(RATE, level, now)
        now += wait + 1e-6
        if wait:
            level, wait = take(RATE, level, now)
            assert wait == 0


@given(PAUSES)
def test_asking_too_early_costs_nothing(pauses: list[float]) -> None:
    level, now = None, 0.0
    for pause in pauses:
        now += pause
        before = level
        level, wait = take(RATE, level, now)
        assert 0 <= wait <= 1 / RATE.per_second
        if wait and before is not None:
            assert level.tokens >= before.tokens


def test_a_clock_that_stands_still_gives_exactly_the_burst() -> None:
    limiter = Limiter(RATE, size=10)
    assert [limiter.take("one", 0.0) == 0 for _ in range(8)] == [True] * 5 + [False] * 3


def test_each_key_has_a_bucket_of_its_own() -> None:
    limiter = Limiter(Rate(burst=1, per_second=1), size=10)
    assert [limiter.take(key, 0.0) for key in ("one", "two", "one")] == [0, 0, 1]


def test_what_was_given_back_can_be_taken_again_and_never_adds_up() -> None:
    limiter = Limiter(Rate(burst=1, per_second=1), size=10)
    limiter.take("one", 0.0)
    for _ in range(3):
        limiter.give_back("one", 0.0)
    assert [limiter.take("one", 0.0) for _ in range(2)] == [0, pytest.approx(1)]


@given(st.lists(st.integers(min_value=0, max_value=50), max_size=200))
def test_it_never_remembers_more_keys_than_it_has_room_for(keys: list[int]) -> None:
    limiter = Limiter(RATE, size=7)
    for now, key in enumerate(keys):
        limiter.take(str(key), float(now))
    assert len(limiter) <= 7


def test_whoever_was_idle_longest_is_forgotten_first() -> None:
    limiter = Limiter(Rate(burst=1, per_second=0.001), size=2)
    for key in ("one", "two", "one", "three"):
        limiter.take(key, 0.0)
    assert limiter.take("one", 0.0) > 0
    assert limiter.take("two", 0.0) == 0


def test_a_forgotten_key_begins_afresh() -> None:
    limiter = Limiter(Rate(burst=1, per_second=0.001), size=2)
    limiter.take("one", 0.0)
    limiter.forget("one")
    assert limiter.take("one", 0.0) == 0
