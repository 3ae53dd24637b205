"""The order of the line, for any line there can be."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain import waiting_line
from app.domain.waiting_line import Waiting

SOME_TIME = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)

lines = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=12).flatmap(
    lambda flags: st.permutations(
        [Waiting(f"c{place}", place, urgent, connected, SOME_TIME) for place, (urgent, connected) in enumerate(flags)]
    )
)


@given(lines)
def test_urgent_first_and_otherwise_first_come_first_served(waiting: list[Waiting]) -> None:
    line = waiting_line.in_order(waiting)
    urgent = [youth.place for youth in line if youth.urgent]
    others = [youth.place for youth in line if not youth.urgent]
    assert [youth.place for youth in line] == sorted(urgent) + sorted(others)


@given(lines)
def test_next_is_the_first_whose_phone_is_awake(waiting: list[Waiting]) -> None:
    line = waiting_line.in_order(waiting)
    chosen = waiting_line.next_up([line], "alex")
    awake = [youth for youth in line if youth.connected]
    assert chosen == (awake[0] if awake else None)


@given(lines)
def test_everyone_has_exactly_their_place_ahead_of_them(waiting: list[Waiting]) -> None:
    line = waiting_line.in_order(waiting)
    assert [waiting_line.ahead_of(youth.conversation_id, line) for youth in line] == list(range(len(line)))
