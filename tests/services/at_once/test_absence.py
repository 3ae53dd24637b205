"""The ticker moves every lease at the moment at which someone writes with the time before."""

from collections.abc import Callable
from datetime import timedelta

from app.background.ticker import tick
from app.domain.conversation import ConversationState
from app.domain.errors import Code
from app.persistence import duties
from tests.services.conftest import Evening

ONE_HOUR = 3600


def after_an_hour(evening: Evening) -> Callable[[], None]:
    """Return the ticker's first run after an hour of which the others do not know yet."""
    evening.goes_on_duty(evening.cast.kim)
    tick(evening.database, evening.now, evening.clock)
    later = evening.now + timedelta(seconds=ONE_HOUR)
    return lambda: tick(evening.database, later, evening.clock)


def test_who_has_begun_to_join_is_moved_with_the_others(evening: Evening, at_once) -> None:
    move = after_an_hour(evening)
    noor, _ = at_once(evening.joins, move)
    evening.pass_time(seconds=ONE_HOUR)
    evening.upkeep_runs()
    row = evening.row(noor)
    assert row is not None
    assert (row.state, row.connection) == (ConversationState.WAITING, "page")


def test_who_joins_during_the_move_is_asked_to_come_again(evening: Evening, at_once) -> None:
    assert at_once(after_an_hour(evening), evening.joins) == (None, Code.UNAVAILABLE)


def test_who_goes_on_duty_during_the_move_is_asked_to_come_again(evening: Evening, at_once) -> None:
    go_on = at_once(after_an_hour(evening), lambda: evening.goes_on_duty(evening.cast.alex))
    assert go_on == (None, Code.UNAVAILABLE)


def test_a_counsellor_who_has_begun_to_go_on_duty_stays_on_it(evening: Evening, at_once) -> None:
    move = after_an_hour(evening)
    at_once(lambda: evening.goes_on_duty(evening.cast.alex), move)
    with evening.database.read() as session:
        duty = duties.find(session, evening.cast.alex.id)
    assert duty is not None
    assert duty.is_live(evening.now + timedelta(seconds=ONE_HOUR))


def test_the_next_one_is_let_in(evening: Evening, at_once) -> None:
    at_once(after_an_hour(evening), evening.joins)
    assert evening.row(evening.joins()) is not None
