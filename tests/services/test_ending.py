"""The end: seen by both sides or overtaken by time, and then nothing is left."""

import pytest

from app.domain.conversation import EndReason
from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.domain.participant import Participant, counsellor_in
from app.persistence import conversations, log_entries
from app.services import erasure, heartbeats, sync
from tests.refusal import refusal
from tests.services.conftest import Evening


def is_gone(evening: Evening, who: Participant) -> bool:
    with evening.database.read() as session:
        row = conversations.find(session, who.conversation_id)
        left = log_entries.after(session, who.conversation_id, 0, 200)
    return row is None and left == []


@pytest.mark.parametrize("first, second", [(0, 1), (1, 0)])
def test_the_other_sides_confirmation_erases_everything(evening: Evening, pair, first: int, second: int) -> None:
    last = evening.ends(pair[first])
    with evening.database.read() as session:
        assert sync.read_after(session, pair[second], after=last, limit=200).confirms_end
    with evening.database.write() as work:
        erasure.confirm(work, pair[second], last)
        assert work.erased
    assert is_gone(evening, pair[0])


def test_the_side_that_ended_it_cannot_confirm_for_the_other(evening: Evening, pair) -> None:
    noor, _ = pair
    last = evening.ends(noor)
    with evening.database.write() as work:
        erasure.confirm(work, noor, last)
    assert not is_gone(evening, noor)


def test_having_seen_all_but_the_end_confirms_nothing(evening: Evening, pair) -> None:
    noor, alex = pair
    last = evening.ends(alex)
    with evening.database.write() as work:
        erasure.confirm(work, noor, last - 1)
    assert not is_gone(evening, noor)


@pytest.mark.parametrize("side", [0, 1])
def test_having_seen_everything_erases_nothing_while_it_goes_on(evening: Evening, pair, side: int) -> None:
    with evening.database.write() as work:
        erasure.confirm(work, pair[side], evening.entries(pair[side])[-1].seq)
    assert not is_gone(evening, pair[side])


def test_a_colleague_cannot_confirm(evening: Evening, pair) -> None:
    noor, _ = pair
    last = evening.ends(noor)
    for stranger in (evening.cast.kim, evening.cast.charlie):
        with evening.database.write() as work:
            erasure.confirm(work, counsellor_in(noor.conversation_id, stranger.id), last)
    assert not is_gone(evening, noor)


def test_a_counsellors_heartbeat_confirms(evening: Evening, pair) -> None:
    noor, _ = pair
    last = evening.ends(noor)
    with evening.database.write() as work:
        after = {noor.conversation_id: last}
        heartbeats.counsellor_pulse(work, evening.cast.alex.id, "no sign-in", after, evening.now)
    assert is_gone(evening, noor)


def test_without_confirmation_fifteen_minutes_are_the_limit(evening: Evening, pair) -> None:
    noor, alex = pair
    evening.ends(alex)
    evening.pass_time(minutes=14, seconds=59)
    evening.upkeep_runs()
    assert not is_gone(evening, noor)
    evening.pass_time(seconds=1)
    evening.upkeep_runs()
    assert is_gone(evening, noor)


def test_after_a_quick_exit_one_minute_is_the_limit(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.ends(noor, reason=EndReason.EXIT)
    evening.pass_time(seconds=60)
    evening.upkeep_runs()
    assert is_gone(evening, noor)


def test_who_leaves_the_line_is_gone_at_once(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.ends(noor)
    assert is_gone(evening, noor)


def test_ending_again_is_safe(evening: Evening, pair) -> None:
    noor, alex = pair
    cid = new_id()
    first = evening.ends(noor, cid=cid)
    assert evening.ends(noor, cid=cid) == first
    assert evening.ends(noor) == first
    assert evening.ends(alex) == first


def test_a_colleague_cannot_end_it(evening: Evening, pair) -> None:
    noor, _ = pair
    for stranger in (evening.cast.kim, evening.cast.charlie):
        assert refusal(evening.ends, counsellor_in(noor.conversation_id, stranger.id)) is Code.NOT_YOURS


def test_the_end_frees_the_counsellors_capacity(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.ends(noor)
    sam = evening.joins()
    assert evening.accepts(evening.cast.alex) == sam.conversation_id
