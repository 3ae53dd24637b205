"""Sealed keys: one for each pairing, and only for the newest."""

import pytest

from app.domain.errors import Code
from app.domain.identifiers import new_id
from app.domain.participant import Participant
from app.services import sealed_keys
from tests.refusal import refusal
from tests.services.conftest import Evening


def seal(evening: Evening, who: Participant, *, cid: str | None = None, key_id: str = "key", sealed: str = "s"):
    with evening.database.write() as work:
        return sealed_keys.seal(work, who, cid=cid or new_id(), key_id=key_id, enc="e", sealed=sealed)


@pytest.fixture
def noor(evening: Evening) -> Participant:
    """Noor, whom Alex has just accepted."""
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.accepts(evening.cast.alex, key="key")
    return noor


def test_the_key_is_sealed_once(evening: Evening, noor: Participant) -> None:
    assert seal(evening, noor).seq == 3
    assert refusal(seal, evening, noor) is Code.CONFLICT


def test_a_retry_gets_the_first_result(evening: Evening, noor: Participant) -> None:
    cid = new_id()
    first = seal(evening, noor, cid=cid)
    again = seal(evening, noor, cid=cid)
    assert (again.seq, again.dup) == (first.seq, True)


def test_the_same_cid_with_another_seal_is_refused(evening: Evening, noor: Participant) -> None:
    cid = new_id()
    seal(evening, noor, cid=cid)
    assert refusal(seal, evening, noor, cid=cid, sealed="other") is Code.CID_REUSE


def test_a_key_nobody_asked_for_is_refused(evening: Evening, noor: Participant) -> None:
    assert refusal(seal, evening, noor, key_id="another") is Code.CONFLICT


def test_there_is_nothing_to_seal_before_the_pairing(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    assert refusal(seal, evening, evening.joins()) is Code.CONFLICT
