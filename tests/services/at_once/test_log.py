"""Two at the same moment in one log: no number is missing, none is used twice."""

from functools import partial

from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.domain.participant import Participant
from app.persistence import log_entries
from app.services.log import Written
from tests.services.conftest import Evening


def test_both_sides_write_and_no_number_is_missing_or_used_twice(evening: Evening, pair, at_once) -> None:
    noor, alex = pair
    outcomes = at_once(lambda: evening.posts(noor), lambda: evening.posts(alex))
    assert outcomes == (Written(3, dup=False), Written(4, dup=False))
    assert numbers(evening, noor) == [1, 2, 3, 4]


def test_the_same_message_sent_twice_is_one_message(evening: Evening, pair, at_once) -> None:
    noor, _ = pair
    send = partial(evening.posts, noor, cid=new_id())
    assert at_once(send, send) == (Written(3, dup=False), Written(3, dup=True))
    assert numbers(evening, noor) == [1, 2, 3]


def test_a_message_written_while_being_taken_keeps_its_number(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    outcomes = at_once(lambda: evening.posts(noor), lambda: evening.accepts(evening.cast.alex))
    assert outcomes == (Written(2, dup=False), noor.conversation_id)
    assert numbers(evening, noor) == [1, 2, 3]


def test_nothing_is_written_behind_the_end(evening: Evening, pair, at_once) -> None:
    noor, alex = pair
    assert at_once(lambda: evening.ends(alex), lambda: evening.posts(noor)) == (3, Code.ENDED)
    assert numbers(evening, noor) == [1, 2, 3]


def numbers(evening: Evening, youth: Participant) -> list[int]:
    with evening.database.read() as session:
        return [row.seq for row in log_entries.after(session, youth.conversation_id, 0, 200)]
