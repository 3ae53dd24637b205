"""Absence is not downtime: what nobody could renew does not expire, whichever way the clock went."""

from datetime import timedelta

import pytest

from app.background.ticker import tick
from app.clock import Clock
from app.domain.conversation import ConversationState, EndReason
from app.domain.duty import DutyState
from app.domain.identifiers import new_id
from app.services import availability, ending, heartbeats, sign_in
from tests.services.conftest import Evening

THREE_MINUTES = 180
ONE_HOUR = 3600


@pytest.mark.parametrize("gap", [11, THREE_MINUTES, ONE_HOUR, -ONE_HOUR])
def test_nobody_loses_place_duty_or_conversation(evening: Evening, pair, gap: int) -> None:
    noor, _ = pair
    sam = evening.joins()
    evening.everything_stood_still(seconds=gap)
    evening.upkeep_runs()
    for youth, state in ((noor, ConversationState.ACTIVE), (sam, ConversationState.WAITING)):
        row = evening.row(youth)
        assert row is not None
        assert (row.state, row.connection) == (state, "page")
    with evening.database.read() as session:
        assert availability.state_of(session, evening.cast.municipality_id, evening.now).value == "open"


@pytest.mark.parametrize("gap", [THREE_MINUTES, -ONE_HOUR])
def test_whoever_does_not_come_back_afterwards_is_missed_as_soon_as_ever(evening: Evening, pair, gap: int) -> None:
    evening.everything_stood_still(seconds=gap)
    evening.goes_on(seconds=30)
    with evening.database.read() as session:
        assert availability.state_of(session, evening.cast.municipality_id, evening.now).value == "unstaffed"


def test_a_reservation_is_kept_through_an_outage(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    evening.everything_stood_still(seconds=THREE_MINUTES)
    sam = evening.joins()
    assert evening.accepts(evening.cast.alex) == sam.conversation_id


def test_a_sign_in_is_not_idle_while_nothing_could_be_done(evening: Evening) -> None:
    with evening.database.write() as work:
        token = sign_in.open_session(work, evening.cast.alex.id, evening.now)
    evening.everything_stood_still(seconds=ONE_HOUR)
    with evening.database.read() as session:
        assert sign_in.who_is(session, token, evening.now) is not None


def test_a_sign_in_ends_after_twelve_hours_all_the_same(evening: Evening) -> None:
    with evening.database.write() as work:
        token = sign_in.open_session(work, evening.cast.alex.id, evening.now)
    evening.everything_stood_still(seconds=12 * ONE_HOUR)
    with evening.database.read() as session:
        assert sign_in.who_is(session, token, evening.now) is None


def test_an_ordinary_pause_moves_nothing(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.everything_stood_still(seconds=10)
    evening.goes_on(seconds=20)
    with evening.database.read() as session:
        assert availability.state_of(session, evening.cast.municipality_id, evening.now).value == "unstaffed"


def test_a_request_that_read_the_time_before_the_step_shortens_nothing(evening: Evening, pair) -> None:
    noor, _ = pair
    before = evening.now
    evening.everything_stood_still(seconds=ONE_HOUR)
    with evening.database.write() as work:
        heartbeats.renew_seat(work, evening.cast.municipality_id, noor, "page", before)
        heartbeats.counsellor_pulse(work, evening.cast.alex.id, "no sign-in", {}, before)
    evening.upkeep_runs()
    row = evening.row(noor)
    assert row is not None
    assert (row.state, row.connection) == (ConversationState.ACTIVE, "page")
    with evening.database.read() as session:
        assert availability.state_of(session, evening.cast.municipality_id, evening.now).value == "open"


def test_a_duty_set_with_the_time_before_the_step_is_not_shortened_either(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.everything_stood_still(seconds=ONE_HOUR)
    evening.now -= timedelta(seconds=ONE_HOUR)
    evening.goes_on_duty(evening.cast.alex, state=DutyState.PAUSE)
    evening.goes_on_duty(evening.cast.alex)
    evening.now += timedelta(seconds=ONE_HOUR)
    with evening.database.read() as session:
        assert availability.state_of(session, evening.cast.municipality_id, evening.now).value == "open"


def test_what_is_renewed_behind_a_step_backwards_is_not_moved_into_the_past(evening: Evening, pair) -> None:
    noor, _ = pair
    tick(evening.database, evening.now, evening.clock)
    clock = Clock(lambda: evening.now - timedelta(hours=1))
    clock.confirm(evening.now)
    stepped_back, evening.now = evening.now - timedelta(hours=1), clock.now()
    evening.heartbeat(evening.cast.alex)
    evening.youth_heartbeat(noor)
    evening.now = stepped_back
    tick(evening.database, evening.now, evening.clock)
    row = evening.row(noor)
    assert row is not None
    assert (row.state, row.connection) == (ConversationState.ACTIVE, "page")
    with evening.database.read() as session:
        assert availability.state_of(session, evening.cast.municipality_id, evening.now).value == "open"


def test_a_clock_set_back_does_not_put_an_erasure_off(evening: Evening, pair) -> None:
    noor, alex = pair
    with evening.database.write() as work:
        ending.end(work, alex, cid=new_id(), reason=EndReason.DONE, now=evening.now)
    evening.everything_stood_still(seconds=-ONE_HOUR)
    evening.pass_time(minutes=15)
    evening.upkeep_runs()
    assert evening.row(noor) is None


def test_an_outage_does_not_put_an_erasure_off(evening: Evening, pair) -> None:
    noor, alex = pair
    with evening.database.write() as work:
        ending.end(work, alex, cid=new_id(), reason=EndReason.DONE, now=evening.now)
    evening.everything_stood_still(minutes=15)
    assert evening.row(noor) is None
