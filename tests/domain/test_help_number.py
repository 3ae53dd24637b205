"""Help numbers: those open now first, and a date that grows old."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.help_number import HelpNumber, in_order
from app.domain.help_numbers import HELP_NUMBERS
from app.domain.weekly_hours import EVERY_DAY, Opening, on

VERIFIED = date(2026, 11, 25)
EVENING = datetime(2026, 11, 25, 20, tzinfo=UTC)  # 21 in Denmark
INSTANTS = st.integers(0, 4 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))  # until 2096
HOURS = st.none() | st.lists(st.builds(Opening, st.integers(0, 6), st.times(), st.times()), max_size=4).map(tuple)


def number(slug: str = "one", **facts) -> HelpNumber:
    given_facts = {"hours": None, "verified_on": VERIFIED, **facts}
    return HelpNumber(slug=slug, digits="12 34 56 78", name="Nogen", about="Noget", source="x.dk", **given_facts)


NUMBERS = st.lists(st.builds(number, st.uuids().map(str), hours=HOURS, is_urgent=st.booleans()), max_size=8)


def kind(number: HelpNumber, now: datetime) -> int:
    return 0 if number.is_urgent else {True: 1, None: 2, False: 3}[number.is_open(now)]


@given(NUMBERS, INSTANTS)
def test_urgent_then_open_then_unknown_then_closed_each_kind_as_given(numbers: list[HelpNumber], now: datetime) -> None:
    wanted = [number for rank in range(4) for number in numbers if kind(number, now) == rank]
    assert in_order(numbers, now) == wanted


def test_what_opens_moves_up_and_what_closes_moves_down() -> None:
    by_day = number("day", hours=on(EVERY_DAY, time(9), time(15)))
    by_night = number("night", hours=on(EVERY_DAY, time(15), time(9)))
    unknown, urgent = number("unknown"), number("urgent", is_urgent=True, hours=())
    shown = in_order([by_day, unknown, by_night, urgent], EVENING)
    assert [each.slug for each in shown] == ["urgent", "night", "unknown", "day"]
    shown = in_order([by_day, unknown, by_night, urgent], EVENING + timedelta(hours=15))
    assert [each.slug for each in shown] == ["urgent", "day", "unknown", "night"]


@pytest.mark.parametrize("days, is_due", [(0, False), (90, False), (91, True)])
def test_it_has_to_be_verified_again_after_ninety_days(days: int, is_due: bool) -> None:
    assert number().is_due(VERIFIED + timedelta(days=days)) is is_due


def test_a_telephone_dials_no_spaces_and_a_sentence_breaks_none() -> None:
    assert number().address == "tel:12345678"
    assert number().unbroken.split(" ") == [number().unbroken]


def test_exactly_the_numbers_that_were_verified_are_shipped() -> None:
    shipped = {each.digits for each in HELP_NUMBERS}
    assert shipped == {"112", "114", "116 111", "1888", "116 006", "70 201 201", "40 90 11 11"}
    assert len({each.slug for each in HELP_NUMBERS}) == len(HELP_NUMBERS)


def test_the_short_list_is_what_somebody_in_need_is_shown_at_once() -> None:
    shown = [each.digits for each in in_order(HELP_NUMBERS, EVENING) if each.is_in_short_list]
    assert shown == ["112", "116 111", "70 201 201"]


@pytest.mark.parametrize("shipped", HELP_NUMBERS, ids=lambda shipped: shipped.slug)
def test_hours_that_are_shown_have_a_source(shipped: HelpNumber) -> None:
    assert bool(shipped.hours) == bool(shipped.hours_source)
    assert shipped.source.endswith(".dk")
