"""Weekly hours: half-open, over midnight, and by the clock on the wall when it jumps."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.weekly_hours import AROUND_THE_CLOCK, DENMARK, EVERY_DAY, MIDNIGHT, Opening, covers, on

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
LATE = on(EVERY_DAY, time(11), time(5))
INSTANTS = st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))  # until 2096
OPENINGS = st.builds(Opening, st.integers(0, 6), st.times(), st.times())


def in_denmark(day: str, clock: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=DENMARK, fold=fold).astimezone(UTC)


def stretches(opening: Opening, around: datetime) -> list[tuple[datetime, datetime]]:
    """When it is open on the wall, day by day of the days around, written down without any arithmetic of weeks."""
    days = [around.date() + timedelta(days=offset) for offset in range(-8, 9)]
    begun = [datetime.combine(day, opening.begins) for day in days if day.weekday() == opening.weekday]
    lasting = [datetime.combine(begins.date(), opening.ends) for begins in begun]
    return [(a, b if b > a else b + timedelta(days=1)) for a, b in zip(begun, lasting, strict=True)]


@given(st.lists(OPENINGS, max_size=5), INSTANTS)
def test_it_is_open_in_its_stretches_and_at_no_other_time(hours: list[Opening], now: datetime) -> None:
    wall = now.astimezone(DENMARK).replace(tzinfo=None)
    inside = any(begins <= wall < ends for opening in hours for begins, ends in stretches(opening, wall))
    assert covers(tuple(hours), now) is inside


@given(INSTANTS)
def test_around_the_clock_is_always_and_no_hours_are_never(now: datetime) -> None:
    assert covers(AROUND_THE_CLOCK, now)
    assert not covers((), now)


@pytest.mark.parametrize(
    "clock, is_open", [("08:59:59.999999", False), ("09:00", True), ("14:59:59.999999", True), ("15:00", False)]
)
def test_the_first_instant_belongs_to_it_and_the_last_does_not(clock: str, is_open: bool) -> None:
    assert covers(on([MONDAY], time(9), time(15)), in_denmark("2026-11-23", clock)) is is_open


def test_sunday_night_goes_on_into_monday() -> None:
    night = on([SUNDAY], time(22), time(4))
    assert covers(night, in_denmark("2026-11-29", "22:00"))
    assert covers(night, in_denmark("2026-11-30", "03:59"))
    assert not covers(night, in_denmark("2026-11-30", "04:00"))
    assert not covers(night, in_denmark("2026-11-29", "03:59"))


def test_a_day_ends_at_midnight() -> None:
    saturday = on([SATURDAY], MIDNIGHT, MIDNIGHT)
    assert covers(saturday, in_denmark("2026-11-28", "00:00"))
    assert covers(saturday, in_denmark("2026-11-28", "23:59:59"))
    assert not covers(saturday, in_denmark("2026-11-29", "00:00"))


def test_summer_and_winter_open_by_the_clock() -> None:
    assert covers(LATE, datetime(2026, 7, 1, 9, 0, tzinfo=UTC))
    assert not covers(LATE, datetime(2026, 7, 1, 8, 59, tzinfo=UTC))
    assert covers(LATE, datetime(2026, 12, 1, 10, 0, tzinfo=UTC))
    assert not covers(LATE, datetime(2026, 12, 1, 9, 59, tzinfo=UTC))


def test_in_the_night_that_lacks_an_hour_five_comes_earlier() -> None:
    assert covers(LATE, datetime(2026, 3, 29, 2, 59, 59, tzinfo=UTC))
    assert not covers(LATE, datetime(2026, 3, 29, 3, 0, tzinfo=UTC))
    assert covers(LATE, datetime(2026, 3, 28, 3, 59, 59, tzinfo=UTC))  # the night before


def test_in_the_night_with_an_hour_twice_five_comes_later() -> None:
    assert covers(LATE, datetime(2026, 10, 25, 3, 59, 59, tzinfo=UTC))
    assert not covers(LATE, datetime(2026, 10, 25, 4, 0, tzinfo=UTC))
    assert not covers(LATE, datetime(2026, 10, 24, 3, 0, tzinfo=UTC))  # the night before


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_the_same_hour_both_times(fold: int) -> None:
    until_half_past_two = on([SATURDAY], time(20), time(2, 30))
    assert covers(until_half_past_two, in_denmark("2026-10-25", "02:29", fold=fold))
    assert not covers(until_half_past_two, in_denmark("2026-10-25", "02:30", fold=fold))
