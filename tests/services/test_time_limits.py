"""What time alone ends: a phone that sleeps for half an hour, a conversation of twelve hours, a place at closing."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import ConversationState, EndReason, overdue_end
from app.domain.log_entry import EntryKind
from app.services import ending
from tests.services.conftest import START, Evening


def last_reason(evening: Evening, youth) -> str | None:
    newest = evening.entries(youth)[-1]
    return str(newest.fields["reason"]) if newest.kind is EntryKind.ENDED else None


def test_a_phone_asleep_in_a_conversation_ends_it_after_half_an_hour(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=30 * 60 + 25, speaking=[evening.cast.alex])
    assert last_reason(evening, noor) is None
    evening.goes_on(seconds=5, speaking=[evening.cast.alex])
    assert last_reason(evening, noor) == "timeout"


def test_a_phone_asleep_in_the_line_loses_its_place_after_half_an_hour(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.goes_on(seconds=30 * 60 + 30, speaking=[evening.cast.alex])
    assert last_reason(evening, noor) == "timeout"


def test_who_comes_back_in_time_keeps_the_place(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor, sam = evening.joins(), evening.joins()
    evening.goes_on(seconds=29 * 60, speaking=[evening.cast.alex], awake=[sam])
    evening.youth_heartbeat(noor)
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_twelve_hours_are_the_longest_conversation(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.pass_time(hours=11, minutes=59)
    evening.youth_heartbeat(noor)
    evening.upkeep_runs()
    assert last_reason(evening, noor) is None
    evening.pass_time(minutes=1)
    evening.upkeep_runs()
    assert last_reason(evening, noor) == "timeout"


def test_closing_ends_the_wait_of_sleepers_only(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor, sam = evening.joins(), evening.joins()
    evening.goes_on(seconds=40, speaking=[evening.cast.alex], awake=[sam])

    def closed(_) -> bool:
        return False

    with evening.database.read() as session:
        assert ending.overdue(session, evening.now, closed) == [noor.conversation_id]
    with evening.database.write() as work:
        ending.end_overdue(work, noor.conversation_id, evening.now, closed)
        ending.end_overdue(work, sam.conversation_id, evening.now, closed)
    assert last_reason(evening, noor) == "closed"
    assert last_reason(evening, sam) is None


def test_a_youth_who_comes_back_late_is_told_why_and_then_nothing_is_left(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.goes_on(seconds=30 * 60 + 30)
    assert last_reason(evening, noor) == "timeout"
    evening.goes_on(seconds=15 * 60)
    assert evening.row(noor) is None


durations = st.timedeltas(min_value=timedelta(0), max_value=timedelta(hours=13))


@given(st.sampled_from(ConversationState), durations, durations, st.booleans())
def test_nothing_but_the_three_limits_ends_a_conversation(state, age, sleep, scheduled: bool) -> None:
    now = START
    reason = overdue_end(state, joined_at=now - age, seat_until=now - sleep, scheduled=scheduled, now=now)
    running = state is not ConversationState.ENDED
    late = age >= timedelta(hours=12) or sleep >= timedelta(minutes=30)
    sleeper_at_closing = state is ConversationState.WAITING and not scheduled
    assert (reason is EndReason.TIMEOUT) == (running and late)
    assert (reason is EndReason.CLOSED) == (running and not late and sleeper_at_closing)
