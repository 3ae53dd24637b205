"""Absence is not downtime: what nobody could renew does not expire, whichever way the clock went."""

import pytest

from app.domain.conversation import ConversationState
from app.services import availability, sign_in
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
