"""Handing over: the youth stands at the front, and whoever gave it up has no more say."""

import pytest

from app.domain.conversation import ConversationState
from app.domain.duty import DutyState
from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.domain.log_entry import EntryKind
from app.domain.participant import counsellor_in
from app.services import sync
from tests.refusal import refusal
from tests.services.conftest import Evening


def test_what_is_handed_to_the_line_stands_before_everyone_who_waits(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.joins(urgent=True)
    evening.hands_over(evening.cast.alex, noor, to="line")
    evening.goes_on_duty(evening.cast.kim)
    assert evening.accepts(evening.cast.kim) == noor.conversation_id


def test_the_log_says_so_to_the_youth_and_names_nobody(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.hands_over(evening.cast.alex, noor, to="line")
    newest = evening.entries(noor)[-1]
    assert (newest.kind, newest.fields) == (EntryKind.HANDED_OVER, {})


def test_whoever_gave_it_up_can_neither_write_nor_read(evening: Evening, pair) -> None:
    noor, alex = pair
    evening.hands_over(evening.cast.alex, noor, to="line")
    assert refusal(evening.posts, alex) is Code.NOT_YOURS
    with evening.database.read() as session:
        assert refusal(sync.read_after, session, alex, after=0, limit=1) is Code.NOT_YOURS


def test_the_youth_goes_on_writing_while_waiting(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.hands_over(evening.cast.alex, noor, to="line")
    assert evening.posts(noor).seq == 4


def test_the_same_hand_over_again_answers_the_same(evening: Evening, pair) -> None:
    noor, _ = pair
    cid = new_id()
    first = evening.hands_over(evening.cast.alex, noor, to="line", cid=cid)
    evening.goes_on_duty(evening.cast.kim)
    evening.accepts(evening.cast.kim)
    assert evening.hands_over(evening.cast.alex, noor, to="line", cid=cid) == first


def test_it_frees_the_place_at_ones_desk(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.hands_over(evening.cast.alex, noor, to="line")
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_what_is_reserved_is_the_colleagues_alone(evening: Evening, pair) -> None:
    noor, _ = pair
    sam = evening.joins()
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    assert refusal(evening.accepts, evening.cast.alex, named=noor.conversation_id) is Code.CONFLICT
    assert evening.accepts(evening.cast.alex) == sam.conversation_id
    assert evening.accepts(evening.cast.kim) == noor.conversation_id


def test_a_reservation_fills_the_colleagues_desk(evening: Evening, pair) -> None:
    noor, _ = pair
    sam = evening.joins()
    evening.goes_on_duty(evening.cast.kim, capacity=1)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    assert refusal(evening.accepts, evening.cast.kim, named=sam.conversation_id) is Code.CAPACITY


def test_a_colleague_without_room_is_handed_nothing(evening: Evening, pair) -> None:
    noor, alex = pair
    evening.goes_on_duty(evening.cast.kim, capacity=1)
    evening.joins()
    evening.accepts(evening.cast.kim)
    assert refusal(evening.hands_over, evening.cast.alex, noor, to=evening.cast.kim.id) is Code.CAPACITY
    assert evening.posts(alex).seq == 3


def test_after_a_minute_a_reservation_is_everyones(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    both = [evening.cast.alex, evening.cast.kim]
    evening.goes_on(seconds=60, speaking=both, awake=[noor])
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_a_lapsed_reservation_frees_the_colleagues_desk_at_once(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim, capacity=1)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    for _ in range(6):
        evening.pass_time(seconds=10)
        evening.heartbeat(evening.cast.kim)
        evening.youth_heartbeat(noor)
    assert evening.accepts(evening.cast.kim) == noor.conversation_id


@pytest.mark.parametrize("state", [DutyState.PAUSE, DutyState.OFF])
def test_a_colleague_who_stops_taking_anyone_loses_what_was_reserved(evening: Evening, pair, state) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    evening.goes_on_duty(evening.cast.kim, state=state)
    assert evening.accepts(evening.cast.alex) == noor.conversation_id


def test_a_sleeping_phone_can_be_handed_to_a_colleague_who_takes_it_asleep(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=60, speaking=[evening.cast.alex])
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    assert evening.accepts(evening.cast.kim) == noor.conversation_id


def test_only_a_colleague_who_is_there_is_handed_anything(evening: Evening, pair) -> None:
    noor, _ = pair
    cast = evening.cast
    assert refusal(evening.hands_over, cast.alex, noor, to=cast.kim.id) is Code.CONFLICT
    assert refusal(evening.hands_over, cast.alex, noor, to=cast.alex.id) is Code.CONFLICT
    evening.goes_on_duty(cast.kim, state=DutyState.PAUSE)
    assert refusal(evening.hands_over, cast.alex, noor, to=cast.kim.id) is Code.CONFLICT
    evening.goes_on_duty(cast.kim)
    evening.pass_time(seconds=30)
    evening.heartbeat(cast.alex)
    assert refusal(evening.hands_over, cast.alex, noor, to=cast.kim.id) is Code.CONFLICT


def test_only_counsellors_of_this_municipality_are_handed_anything(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.charlie)
    for stranger in (evening.cast.charlie.id, evening.cast.robin.id, "nobody"):
        assert refusal(evening.hands_over, evening.cast.alex, noor, to=stranger) is Code.FORBIDDEN


def test_only_the_holder_hands_over(evening: Evening, pair) -> None:
    noor, _ = pair
    for stranger in (evening.cast.kim, evening.cast.charlie):
        assert refusal(evening.hands_over, stranger, noor, to="line") is Code.NOT_YOURS


def test_what_waits_already_is_not_handed_over_again(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=125, awake=[noor])
    assert refusal(evening.hands_over, evening.cast.alex, noor, to="line") is Code.CONFLICT


def test_the_new_holder_reads_everything_written_before(evening: Evening, pair) -> None:
    noor, alex = pair
    evening.posts(noor), evening.posts(alex)
    evening.goes_on_duty(evening.cast.kim)
    evening.hands_over(evening.cast.alex, noor, to=evening.cast.kim.id)
    evening.accepts(evening.cast.kim)
    with evening.database.read() as session:
        kim = counsellor_in(noor.conversation_id, evening.cast.kim.id)
        synced = sync.read_after(session, kim, after=0, limit=200)
    assert [entry.kind.value for entry in synced.entries] == [
        *("joined", "paired", "message", "message", "handed_over", "paired")
    ]
    assert synced.state is ConversationState.ACTIVE


def test_of_two_who_are_handed_over_the_one_who_came_first_is_first(evening: Evening) -> None:
    alex, kim = evening.cast.alex, evening.cast.kim
    evening.goes_on_duty(alex, capacity=3)
    noor, mie = evening.joins(), evening.joins()
    evening.accepts(alex), evening.accepts(alex)
    sam = evening.joins()
    evening.accepts(alex)
    for youth in (sam, mie, noor):
        evening.hands_over(alex, youth, to="line")
    evening.goes_on_duty(kim, capacity=3)
    assert [evening.accepts(kim) for _ in range(3)] == [youth.conversation_id for youth in (noor, mie, sam)]


def test_the_cid_of_something_else_hands_nothing_over(evening: Evening, pair) -> None:
    noor, alex = pair
    cid = new_id()
    evening.posts(alex, cid=cid)
    assert refusal(evening.hands_over, evening.cast.alex, noor, to="line", cid=cid) is Code.CID_REUSE
