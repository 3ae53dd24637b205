"""Two at the same moment about one duty."""

from functools import partial

from app.domain.duty import DutyState
from app.domain.errors import Code
from app.domain.participant import Participant
from app.domain.recipients import Counsellor
from app.persistence import conversations
from app.services import availability, sign_in
from tests.services.conftest import Evening


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


def holder_of(evening: Evening, youth: Participant) -> str | None:
    with evening.database.read() as session:
        conversation = conversations.find(session, youth.conversation_id)
        assert conversation is not None
        return conversation.holder_id
