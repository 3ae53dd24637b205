"""Two at the same moment in the line: the locks decide, and they decide as if one had come later."""

from functools import partial

from app.domain.errors import Code
from app.domain.identifiers import new_id, new_secret
from app.domain.participant import Participant
from app.persistence import conversations
from tests.services.conftest import Evening


def test_two_counsellors_take_one_youth_and_one_of_them_wins(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.kim)
    noor = evening.joins()
    outcomes = at_once(lambda: evening.accepts(evening.cast.alex), lambda: evening.accepts(evening.cast.kim))
    assert outcomes == (noor.conversation_id, Code.EMPTY)
    assert holder_of(evening, noor) == evening.cast.alex.id


def test_two_counsellors_take_two_youths_in_turn(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.kim)
    noor, sam = evening.joins(), evening.joins()
    outcomes = at_once(lambda: evening.accepts(evening.cast.alex), lambda: evening.accepts(evening.cast.kim))
    assert outcomes == (noor.conversation_id, sam.conversation_id)


def test_one_counsellor_with_room_for_one_takes_one(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=1)
    noor, sam = evening.joins(), evening.joins()
    outcomes = at_once(lambda: evening.accepts(evening.cast.alex), lambda: evening.accepts(evening.cast.alex))
    assert outcomes == (noor.conversation_id, Code.CAPACITY)
    assert holder_of(evening, sam) is None


def test_the_same_accept_twice_takes_one(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    noor, _ = evening.joins(), evening.joins()
    accept = partial(evening.accepts, evening.cast.alex, cid=new_id())
    assert at_once(accept, accept) == (noor.conversation_id, noor.conversation_id)


def test_who_leaves_the_line_can_no_longer_be_taken(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    outcomes = at_once(lambda: evening.ends(noor), lambda: evening.accepts(evening.cast.alex))
    assert outcomes == (2, Code.EMPTY)


def test_the_same_join_twice_is_one_conversation(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    join = partial(evening.joins, cid=new_id(), resume=new_secret())
    first, second = at_once(join, join)
    assert first == second
    assert sorted(places(evening)) == [1]


def test_two_joins_take_two_places(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor, sam = at_once(evening.joins, evening.joins)
    assert noor != sam
    assert sorted(places(evening)) == [1, 2]


def holder_of(evening: Evening, youth: Participant) -> str | None:
    with evening.database.read() as session:
        conversation = conversations.find(session, youth.conversation_id)
        assert conversation is not None
        return conversation.holder_id


def places(evening: Evening) -> list[int]:
    with evening.database.read() as session:
        return [row.place for row in conversations.waiting_in(session, evening.cast.municipality_id)]
