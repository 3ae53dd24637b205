"""Seats: a page that speaks is there, one that fell silent is not, and the place in the line stays."""

from app.persistence import conversations
from app.services import seats, upkeep
from tests.services.conftest import Evening


def is_connected(evening: Evening, conversation_id: str) -> bool:
    with evening.database.read() as session:
        row = conversations.find(session, conversation_id)
        assert row is not None
        return row.connection is not None


def test_a_page_that_falls_silent_is_noticed_without_its_leaving(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.pass_time(seconds=30)
    evening.upkeep_runs()
    assert not is_connected(evening, noor.conversation_id)


def test_a_page_that_speaks_again_just_before_upkeep_keeps_its_seat(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.pass_time(seconds=30)
    with evening.database.read() as session:
        steps = upkeep.steps_due(session, evening.now)
    with evening.database.write() as work:
        seats.take(work, evening.cast.municipality_id, noor.conversation_id, "page", evening.now)
    for step in steps:
        with evening.database.write() as work:
            step(work)
    assert is_connected(evening, noor.conversation_id)


def test_an_older_page_that_leaves_does_not_empty_the_seat_of_a_newer_one(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    with evening.database.write() as work:
        seats.take(work, evening.cast.municipality_id, noor.conversation_id, "newer page", evening.now)
        seats.leave(work, evening.cast.municipality_id, noor.conversation_id, "page", evening.now)
    assert is_connected(evening, noor.conversation_id)
