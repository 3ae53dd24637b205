"""Two at the same moment about a conversation that changes hands."""

from functools import partial

from app.domain.errors import Code
from app.domain.participant import Participant, counsellor_in
from app.persistence import log_entries
from app.services import vanishing
from tests.services.conftest import Evening


def test_a_colleague_is_handed_one_more_than_they_have_room_for(evening: Evening, at_once) -> None:
    first, second = two_talking(evening)
    evening.goes_on_duty(evening.cast.kim, capacity=1)
    hand = [
        lambda one=one: evening.hands_over(evening.cast.alex, one, to=evening.cast.kim.id) for one in (first, second)
    ]
    assert at_once(*hand) == (3, Code.CAPACITY)


def test_a_colleague_takes_someone_while_being_handed_another(evening: Evening, at_once) -> None:
    first, _ = two_talking(evening)
    evening.goes_on_duty(evening.cast.kim, capacity=1)
    sam = evening.joins()
    hand = partial(evening.hands_over, evening.cast.alex, first, to=evening.cast.kim.id)
    assert at_once(lambda: evening.accepts(evening.cast.kim), hand) == (sam.conversation_id, Code.CAPACITY)


def test_two_colleagues_hand_over_to_each_other(evening: Evening, at_once) -> None:
    first, _ = two_talking(evening)
    evening.goes_on_duty(evening.cast.kim, capacity=2)
    other = evening.joins()
    evening.accepts(evening.cast.kim)
    mine = partial(evening.hands_over, evening.cast.kim, other, to=evening.cast.alex.id)
    evening.goes_on_duty(evening.cast.alex, capacity=3)
    assert at_once(lambda: evening.hands_over(evening.cast.alex, first, to=evening.cast.kim.id), mine) == (3, 3)


def test_a_stale_counsellor_writes_while_another_takes_over(evening: Evening, at_once) -> None:
    first, _ = two_talking(evening)
    alex = counsellor_in(first.conversation_id, evening.cast.alex.id)
    evening.goes_on(seconds=125, awake=[first])
    evening.goes_on_duty(evening.cast.kim)
    outcomes = at_once(lambda: evening.accepts(evening.cast.kim), lambda: evening.posts(alex))
    assert outcomes == (first.conversation_id, Code.NOT_YOURS)


def test_a_youth_leaves_while_being_handed_over(evening: Evening, at_once) -> None:
    first, _ = two_talking(evening)
    outcomes = at_once(lambda: evening.ends(first), lambda: evening.hands_over(evening.cast.alex, first, to="line"))
    assert outcomes == (3, Code.ENDED)


def test_a_heartbeat_that_comes_just_in_time_keeps_the_conversation(evening: Evening, at_once) -> None:
    first, _ = two_talking(evening)
    evening.pass_time(seconds=125)

    def give_up() -> None:
        with evening.database.write() as work:
            vanishing.give_up(work, first.conversation_id, evening.now)

    at_once(lambda: evening.heartbeat(evening.cast.alex), give_up)
    assert numbers(evening, first) == [1, 2]


def two_talking(evening: Evening) -> tuple[Participant, Participant]:
    """Let Alex hold two conversations."""
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    youths = evening.joins(), evening.joins()
    evening.accepts(evening.cast.alex), evening.accepts(evening.cast.alex)
    return youths


def numbers(evening: Evening, youth: Participant) -> list[int]:
    with evening.database.read() as session:
        return [row.seq for row in log_entries.after(session, youth.conversation_id, 0, 200)]
