"""Joining: a place in the line, taken once."""

from app.domain.duty import DutyState
from app.domain.errors import Code
from app.domain.events import DutiesChanged, EntryAppended, LineMoved, PositionChanged, WaitingLineChanged
from app.domain.identifiers import new_id, new_secret
from app.domain.municipality import Stage
from app.domain.recipients import Counsellor, Everyone, Youth
from app.persistence import conversations, municipalities
from tests.refusal import refusal
from tests.services.conftest import Evening


def test_nobody_can_join_while_nobody_is_on_duty(evening: Evening) -> None:
    assert refusal(evening.joins) is Code.CLOSED


def test_nobody_can_join_while_the_only_counsellor_pauses(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, state=DutyState.PAUSE)
    assert refusal(evening.joins) is Code.CLOSED


def test_nobody_can_join_once_the_console_fell_silent(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.pass_time(seconds=31)
    assert refusal(evening.joins) is Code.CLOSED


def test_the_neighbours_duty_does_not_open_our_chat(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.charlie)
    assert refusal(evening.joins) is Code.CLOSED


def test_a_municipality_that_practises_is_closed(evening: Evening) -> None:
    with evening.database.write() as work:
        municipalities.find(work.session, evening.cast.municipality_id).stage = Stage.PRACTICE
    evening.goes_on_duty(evening.cast.alex)
    assert refusal(evening.joins) is Code.CLOSED


def test_the_same_join_again_finds_the_same_conversation(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    cid, resume = new_id(), new_secret()
    noor = evening.joins(cid=cid, resume=resume)
    assert evening.joins(cid=cid, resume=resume) == noor


def test_the_same_join_finds_its_conversation_even_after_the_door_closed(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    cid, resume = new_id(), new_secret()
    noor = evening.joins(cid=cid, resume=resume)
    evening.pass_time(minutes=5)
    assert evening.joins(cid=cid, resume=resume) == noor


def test_a_known_resume_with_another_cid_is_refused(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    resume = new_secret()
    evening.joins(resume=resume)
    assert refusal(evening.joins, resume=resume) is Code.CID_REUSE


def test_a_refused_join_leaves_no_row_and_says_nothing(evening: Evening) -> None:
    refusal(evening.joins)
    with evening.database.read() as session:
        assert conversations.waiting_in(session, evening.cast.municipality_id) == []
    assert evening.heard == []


def test_the_resume_token_itself_is_not_stored(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    resume = new_secret()
    noor = evening.joins(resume=resume)
    with evening.database.read() as session:
        row = conversations.find(session, noor.conversation_id)
        assert row is not None
        assert resume not in [getattr(row, column.name) for column in row.__table__.columns]


def test_a_join_is_announced_to_the_youth_and_to_whoever_is_on_duty(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.heard.clear()
    noor = evening.joins()
    heard = {type(announcement.event): announcement.recipients for announcement in evening.heard}
    youth, home = (Youth(noor.conversation_id),), (Everyone(evening.cast.municipality_id),)
    assert heard == {EntryAppended: youth, LineMoved: home}
    told = {type(announcement.event): announcement.recipients for announcement in evening.told_of_the_line()}
    alex = (Counsellor(evening.cast.alex.id),)
    assert told == {PositionChanged: youth, WaitingLineChanged: alex, DutiesChanged: alex}
