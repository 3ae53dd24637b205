"""Accepting: who is taken, by whom, and how often."""

from datetime import timedelta

import pytest

from app.domain.duty import DutyState
from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.persistence import conversations
from app.services import seats
from tests.refusal import refusal
from tests.services.conftest import Evening


def test_first_come_first_served(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    noor, sam = evening.joins(), evening.joins()
    assert evening.accepts(evening.cast.alex) == noor.conversation_id
    assert evening.accepts(evening.cast.alex) == sam.conversation_id


def test_first_come_first_served_even_when_the_clock_steps_back(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.now -= timedelta(seconds=10)
    evening.joins()
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_an_urgent_youth_goes_first(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.joins()
    sam = evening.joins(urgent=True)
    assert evening.accepts(evening.cast.alex) == sam.conversation_id


def test_a_sleeping_phone_is_skipped_and_keeps_its_place(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    noor, sam = evening.joins(), evening.joins()
    with evening.database.write() as work:
        seats.leave(work, evening.cast.municipality_id, noor.conversation_id, "page", evening.now)
    assert evening.accepts(evening.cast.alex) == sam.conversation_id
    with evening.database.write() as work:
        seats.take(work, evening.cast.municipality_id, noor.conversation_id, "page again", evening.now)
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_a_named_youth_is_taken_before_the_head_of_the_line(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.joins()
    sam = evening.joins()
    assert evening.accepts(evening.cast.alex, named=sam.conversation_id) == sam.conversation_id


def test_a_named_youth_who_is_taken_already_is_a_conflict(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.kim)
    noor = evening.joins()
    evening.accepts(evening.cast.alex)
    assert refusal(evening.accepts, evening.cast.kim, named=noor.conversation_id) is Code.CONFLICT


def test_the_same_accept_again_finds_the_same_conversation(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    cid = new_id()
    evening.joins(), evening.joins()
    assert evening.accepts(evening.cast.alex, cid=cid) == evening.accepts(evening.cast.alex, cid=cid)


def test_a_known_accept_with_another_key_is_refused(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    cid = new_id()
    evening.joins(), evening.joins()
    evening.accepts(evening.cast.alex, cid=cid)
    assert refusal(evening.accepts, evening.cast.alex, cid=cid, key="another") is Code.CID_REUSE


def test_an_empty_line_is_empty(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    assert refusal(evening.accepts, evening.cast.alex) is Code.EMPTY


def test_capacity_is_the_limit(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=1)
    evening.joins(), evening.joins()
    evening.accepts(evening.cast.alex)
    assert refusal(evening.accepts, evening.cast.alex) is Code.CAPACITY


@pytest.mark.parametrize("state", [DutyState.PAUSE, DutyState.OFF])
def test_only_live_duty_accepts(evening: Evening, state: DutyState) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.kim)
    evening.joins()
    evening.goes_on_duty(evening.cast.kim, state=state)
    assert refusal(evening.accepts, evening.cast.kim) is Code.CONFLICT


def test_the_neighbours_cannot_take_our_youths(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.charlie)
    noor = evening.joins()
    assert refusal(evening.accepts, evening.cast.charlie) is Code.EMPTY
    assert refusal(evening.accepts, evening.cast.charlie, named=noor.conversation_id) is Code.CONFLICT


def test_the_row_holds_who_and_the_log_does_not(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.heard.clear()
    evening.accepts(evening.cast.alex)
    with evening.database.read() as session:
        row = conversations.find(session, noor.conversation_id)
        assert row is not None
        assert (row.holder_id, row.epoch) == (evening.cast.alex.id, 1)
    assert evening.cast.alex.id not in str([announcement.event for announcement in evening.heard])
