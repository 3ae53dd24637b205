"""Reservations: when they are over before their time, and that they then fill nobody's desk."""

from app.services import waiting_line
from tests.cast import Member
from tests.services.conftest import Evening


def test_a_colleague_who_leaves_the_municipality_loses_what_was_reserved_there(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    evening.goes_on_duty(evening.cast.kim, municipalities=[evening.cast.neighbour_id])
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_what_was_not_taken_in_time_no_longer_fills_a_place_that_is_told(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    assert room_of(evening, evening.cast.kim) == 0
    evening.pass_time(seconds=60)
    assert room_of(evening, evening.cast.kim) == 1


def room_of(evening: Evening, member: Member) -> int:
    with evening.database.read() as session:
        line = waiting_line.line_of(session, evening.cast.municipality_id, evening.now)
    return next(duty.room for duty in line.duties if duty.staff_id == member.id)
