"""Messages: numbered without gaps, written once, and only by the two it concerns."""

from app.domain.conversation import EndReason
from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.domain.participant import Participant, counsellor_in
from app.services import ending, messages, sync
from app.services.log import Written
from tests.refusal import refusal
from tests.services.conftest import Evening


def post(evening: Evening, who: Participant, *, cid: str | None = None, body: str = "sealed") -> Written:
    with evening.database.write() as work:
        return messages.post(work, who, cid=cid or new_id(), body=body)


def test_a_youth_can_write_while_waiting(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    assert post(evening, evening.joins()) == Written(seq=2, dup=False)


def test_numbers_follow_each_other_across_both_sides(evening: Evening, pair) -> None:
    noor, alex = pair
    written = [post(evening, who).seq for who in (noor, alex, alex, noor)]
    assert written == [3, 4, 5, 6]
    with evening.database.read() as session:
        synced = sync.read_after(session, noor, after=0, limit=200)
    assert [entry.seq for entry in synced.entries] == [1, 2, 3, 4, 5, 6]


def test_every_conversation_counts_for_itself(evening: Evening, pair) -> None:
    noor, alex = pair
    sam = evening.joins()
    assert [post(evening, who).seq for who in (noor, sam, alex, sam)] == [3, 2, 4, 3]


def test_a_retry_gets_the_first_result_and_is_not_announced(evening: Evening, pair) -> None:
    noor, _ = pair
    cid = new_id()
    first = post(evening, noor, cid=cid)
    evening.heard.clear()
    assert post(evening, noor, cid=cid) == Written(first.seq, dup=True)
    assert evening.heard == []


def test_the_same_cid_with_another_body_is_refused(evening: Evening, pair) -> None:
    noor, _ = pair
    cid = new_id()
    post(evening, noor, cid=cid)
    assert refusal(post, evening, noor, cid=cid, body="something else") is Code.CID_REUSE


def test_both_sides_may_use_the_same_cid(evening: Evening, pair) -> None:
    noor, alex = pair
    cid = new_id()
    post(evening, noor, cid=cid)
    assert not post(evening, alex, cid=cid).dup


def test_a_colleague_cannot_write_into_it(evening: Evening, pair) -> None:
    noor, _ = pair
    for stranger in (evening.cast.kim, evening.cast.charlie):
        assert refusal(post, evening, counsellor_in(noor.conversation_id, stranger.id)) is Code.NOT_YOURS


def test_nothing_can_be_written_after_the_end_but_a_retry_still_answers(evening: Evening, pair) -> None:
    noor, alex = pair
    cid = new_id()
    first = post(evening, noor, cid=cid)
    with evening.database.write() as work:
        ending.end(work, alex, cid=new_id(), reason=EndReason.DONE, now=evening.now)
    assert refusal(post, evening, noor) is Code.ENDED
    assert post(evening, noor, cid=cid) == Written(first.seq, dup=True)


def test_a_conversation_that_never_was_is_expired(evening: Evening) -> None:
    assert refusal(post, evening, counsellor_in("no such conversation", evening.cast.alex.id)) is Code.EXPIRED
