"""What is told of a line: to each what concerns them, once, and nothing that is as it was."""

from app.domain.events import DutiesChanged, LineMoved, PositionChanged, WaitingLineChanged
from app.domain.recipients import Counsellor
from app.domain.waiting_line import Line
from app.services import waiting_line
from tests.services.conftest import Evening


def picture(evening: Evening) -> Line:
    with evening.database.read() as session:
        return waiting_line.line_of(session, evening.cast.municipality_id, evening.now)


def moved(news) -> dict[str, int]:
    return {
        announcement.recipients[0].conversation_id: announcement.event.ahead
        for announcement in news
        if isinstance(announcement.event, PositionChanged)
    }


def test_everyone_behind_moves_up_and_hears_it(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.joins()
    sam, mie = evening.joins(), evening.joins()
    before = picture(evening)
    evening.accepts(evening.cast.alex)
    assert moved(waiting_line.news(picture(evening), before)) == {sam.conversation_id: 0, mie.conversation_id: 1}


def test_who_joins_at_the_end_moves_nobody_else(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.joins(), evening.joins()
    before = picture(evening)
    mie = evening.joins()
    assert moved(waiting_line.news(picture(evening), before)) == {mie.conversation_id: 2}


def test_a_line_that_looks_the_same_is_not_told_again(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.joins()
    before = picture(evening)
    evening.pass_time(seconds=1)
    assert waiting_line.news(picture(evening), before) == []


def test_only_who_serves_it_sees_the_line(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.charlie)
    evening.joins()
    for announcement in waiting_line.news(picture(evening), None):
        if isinstance(announcement.event, WaitingLineChanged | DutiesChanged):
            assert announcement.recipients == (Counsellor(evening.cast.alex.id),)


def test_the_duties_show_who_has_room(evening: Evening, pair) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=3)
    evening.goes_on_duty(evening.cast.kim, capacity=2)
    evening.pass_time(seconds=25)
    evening.heartbeat(evening.cast.kim)
    evening.pass_time(seconds=10)
    shown = {duty.staff_id: (duty.room, duty.is_live) for duty in picture(evening).duties}
    assert shown == {evening.cast.alex.id: (2, False), evening.cast.kim.id: (2, True)}


def test_three_hundred_who_join_at_once_are_one_picture(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    before = picture(evening)
    for _ in range(300):
        evening.joins()
    news = waiting_line.news(picture(evening), before)
    assert len(news) == 301


def test_a_console_that_fell_silent_makes_its_line_look_different_and_so_does_its_return(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on(seconds=30, speaking=[evening.cast.alex])
    evening.heard.clear()
    evening.goes_on(seconds=2, speaking=[evening.cast.alex])
    assert hints(evening) == set()
    evening.goes_on(seconds=40)
    assert hints(evening) == {evening.cast.municipality_id}
    evening.heard.clear()
    evening.heartbeat(evening.cast.alex)
    assert hints(evening) == {evening.cast.municipality_id}


def hints(evening: Evening) -> set[str]:
    """Return the municipalities whose line somebody has to look at."""
    heard = [announcement for announcement in evening.heard if isinstance(announcement.event, LineMoved)]
    return {recipient.municipality_id for announcement in heard for recipient in announcement.recipients}
