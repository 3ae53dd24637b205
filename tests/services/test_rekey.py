"""Rekeying: a request for a new key is known again, whatever has happened meanwhile."""

from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.domain.participant import Participant
from app.services import rekeying
from app.services.log import Written
from tests.refusal import refusal
from tests.services.conftest import Evening


def test_a_new_key_repeated_after_the_conversation_was_given_up_answers_the_same(evening: Evening, pair) -> None:
    noor, alex = pair
    cid = new_id()
    first = asks_for_a_new_key(evening, alex, cid)
    evening.goes_on(seconds=125, awake=[noor])
    assert asks_for_a_new_key(evening, alex, cid) == Written(first.seq, dup=True)
    assert refusal(asks_for_a_new_key, evening, alex, new_id()) is Code.CONFLICT


def asks_for_a_new_key(evening: Evening, who: Participant, cid: str) -> Written:
    with evening.database.write() as work:
        return rekeying.rekey(work, who, cid=cid, key_id="new-key", public_key="B" * 87)
