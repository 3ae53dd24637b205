"""Two requests at the same moment on PostgreSQL: the locks decide, and they decide as if one had come later."""

from collections.abc import Callable
from functools import partial

import pytest

from app.domain.conversation import EndReason
from app.domain.duty import DutyState
from app.domain.errors import Code
from app.domain.identifiers import new_id, new_secret
from app.domain.participant import Participant, counsellor_in
from app.domain.recipients import Counsellor
from app.persistence import conversations, log_entries
from app.services import availability, ending, messages, sign_in, vanishing
from app.services.log import Written
from tests.servers.overlap import overlapping
from tests.servers.postgresql import Postgresql
from tests.services.conftest import Evening


@pytest.fixture
def database_url(postgres: Postgresql, postgres_template: str) -> str:
    """SQLite has one writer; only here can two transactions be open at once."""
    return postgres.create_database(postgres_template)


@pytest.fixture
def at_once(evening: Evening) -> Callable[..., tuple]:
    """Do two things so that the second begins before the first has committed."""
    return partial(overlapping, evening.database)


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


def test_nobody_goes_off_duty_while_taking_someone(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    go_off = partial(evening.goes_on_duty, evening.cast.alex, state=DutyState.OFF)
    outcomes = at_once(lambda: evening.accepts(evening.cast.alex), go_off)
    assert outcomes == (noor.conversation_id, Code.CONFLICT)


def test_nobody_takes_someone_while_going_off_duty(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    go_off = partial(evening.goes_on_duty, evening.cast.alex, state=DutyState.OFF)
    assert at_once(go_off, lambda: evening.accepts(evening.cast.alex)) == (None, Code.CONFLICT)
    assert holder_of(evening, noor) is None


def test_who_leaves_the_line_can_no_longer_be_taken(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    outcomes = at_once(lambda: end(evening, noor), lambda: evening.accepts(evening.cast.alex))
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


def test_both_sides_write_and_no_number_is_missing_or_used_twice(evening: Evening, pair, at_once) -> None:
    noor, alex = pair
    outcomes = at_once(lambda: post(evening, noor), lambda: post(evening, alex))
    assert outcomes == (Written(3, dup=False), Written(4, dup=False))
    assert numbers(evening, noor) == [1, 2, 3, 4]


def test_the_same_message_sent_twice_is_one_message(evening: Evening, pair, at_once) -> None:
    noor, _ = pair
    send = partial(post, evening, noor, cid=new_id())
    assert at_once(send, send) == (Written(3, dup=False), Written(3, dup=True))
    assert numbers(evening, noor) == [1, 2, 3]


def test_a_message_written_while_being_taken_keeps_its_number(evening: Evening, at_once) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    outcomes = at_once(lambda: post(evening, noor), lambda: evening.accepts(evening.cast.alex))
    assert outcomes == (Written(2, dup=False), noor.conversation_id)
    assert numbers(evening, noor) == [1, 2, 3]


def test_nothing_is_written_behind_the_end(evening: Evening, pair, at_once) -> None:
    noor, alex = pair
    assert at_once(lambda: end(evening, alex), lambda: post(evening, noor)) == (3, Code.ENDED)
    assert numbers(evening, noor) == [1, 2, 3]


def test_one_counsellor_goes_on_duty_at_two_consoles(evening: Evening, at_once) -> None:
    go_on = partial(evening.goes_on_duty, evening.cast.alex)
    assert at_once(go_on, go_on) == (None, None)


def test_a_youth_who_joins_while_a_counsellor_goes_on_duty_stands_in_the_line_they_are_shown(
    evening: Evening, at_once
) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor, _ = at_once(evening.joins, lambda: evening.goes_on_duty(evening.cast.kim))
    kim = Counsellor(evening.cast.kim.id)
    shown = [announcement.event.line for announcement in evening.heard if kim in announcement.recipients]
    assert [youth.conversation_id for youth in shown[-1].waiting] == [noor.conversation_id]


def test_two_counsellors_open_the_chat_once(evening: Evening, at_once) -> None:
    at_once(lambda: evening.goes_on_duty(evening.cast.alex), lambda: evening.goes_on_duty(evening.cast.kim))
    with evening.database.read() as session:
        assert availability.announced(session, evening.cast.municipality_id).version == 2


def test_a_ticket_lets_one_of_two_in(evening: Evening, at_once) -> None:
    with evening.database.write() as work:
        token = sign_in.open_session(work, evening.cast.alex.id, evening.now)
        who = sign_in.who_is(work.session, token, evening.now)
        assert who is not None
        ticket = sign_in.issue_ticket(work, who.session_id, evening.now)

    def redeem() -> None:
        with evening.database.write() as work:
            sign_in.redeem_ticket(work, ticket, who.session_id, evening.now)

    assert at_once(redeem, redeem) == (None, Code.AUTH)


def post(evening: Evening, who: Participant, *, cid: str | None = None) -> Written:
    with evening.database.write() as work:
        return messages.post(work, who, cid=cid or new_id(), body="sealed")


def end(evening: Evening, who: Participant) -> int:
    with evening.database.write() as work:
        return ending.end(work, who, cid=new_id(), reason=EndReason.DONE, now=evening.now)


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
    outcomes = at_once(lambda: evening.accepts(evening.cast.kim), lambda: post(evening, alex))
    assert outcomes == (first.conversation_id, Code.NOT_YOURS)


def test_a_youth_leaves_while_being_handed_over(evening: Evening, at_once) -> None:
    first, _ = two_talking(evening)
    outcomes = at_once(lambda: end(evening, first), lambda: evening.hands_over(evening.cast.alex, first, to="line"))
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


def holder_of(evening: Evening, youth: Participant) -> str | None:
    with evening.database.read() as session:
        conversation = conversations.find(session, youth.conversation_id)
        assert conversation is not None
        return conversation.holder_id


def places(evening: Evening) -> list[int]:
    with evening.database.read() as session:
        return [row.place for row in conversations.waiting_in(session, evening.cast.municipality_id)]


def numbers(evening: Evening, youth: Participant) -> list[int]:
    with evening.database.read() as session:
        return [row.seq for row in log_entries.after(session, youth.conversation_id, 0, 200)]
