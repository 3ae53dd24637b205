"""A counsellor who vanishes: noticed within 30 s, replaced after 90 more, welcome back until someone else accepts."""

from app.domain.conversation import ConversationState
from app.domain.errors import Code
from app.domain.events import PeerChanged
from app.domain.identifiers import new_id
from app.domain.log_entry import EntryKind
from app.domain.recipients import Youth
from app.services import duties
from tests.refusal import refusal
from tests.services.conftest import Evening


def told_the_youth(evening: Evening, noor) -> list[bool]:
    """Return what the youth was told of the counsellor's console."""
    return [
        heard.event.connected
        for heard in evening.heard
        if isinstance(heard.event, PeerChanged) and heard.recipients == (Youth(noor.conversation_id),)
    ]


def test_the_youth_hears_within_thirty_seconds_that_the_console_fell_silent(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=30, awake=[noor])
    assert told_the_youth(evening, noor) == [True, False]


def test_the_youth_hears_that_the_console_speaks_again(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=30, awake=[noor])
    evening.heartbeat(evening.cast.alex)
    assert told_the_youth(evening, noor) == [True, False, True]


def test_nothing_changes_hands_before_ninety_seconds_without_a_lease(evening: Evening, pair) -> None:
    noor, alex = pair
    evening.goes_on(seconds=115, awake=[noor])
    row = evening.row(noor)
    assert row is not None
    assert row.state is ConversationState.ACTIVE
    assert evening.posts(alex).seq == 3


def test_then_the_conversation_waits_at_the_front_for_anyone(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on_duty(evening.cast.kim)
    evening.joins(urgent=True)
    evening.goes_on(seconds=120, speaking=[evening.cast.kim], awake=[noor])
    assert [entry.kind for entry in evening.entries(noor)][-1] is EntryKind.HANDED_OVER
    assert evening.accepts(evening.cast.kim) == noor.conversation_id


def test_the_first_holder_goes_on_until_someone_else_accepts(evening: Evening, pair) -> None:
    noor, alex = pair
    evening.goes_on(seconds=300, awake=[noor])
    assert evening.posts(alex).seq == 4
    evening.goes_on_duty(evening.cast.kim)
    evening.accepts(evening.cast.kim)
    assert refusal(evening.posts, alex) is Code.NOT_YOURS


def test_the_first_holder_takes_it_back_with_a_fresh_key(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=300, awake=[noor])
    evening.goes_on_duty(evening.cast.alex)
    assert evening.accepts(evening.cast.alex, named=noor.conversation_id) == noor.conversation_id
    row = evening.row(noor)
    assert row is not None
    assert (row.state, row.epoch) == (ConversationState.ACTIVE, 2)


def test_a_vanished_counsellor_finds_it_among_their_own(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=300, awake=[noor])
    with evening.database.write() as work:
        mine = duties.set_duty(
            work,
            evening.cast.alex.id,
            state=duties.DutyState.ON,
            capacity=1,
            municipality_ids=[evening.cast.municipality_id],
            now=evening.now,
        )
        assert [conversation.id for conversation in mine] == [noor.conversation_id]


def test_an_accept_repeated_after_vanishing_finds_what_it_got_and_takes_nobody_else(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    cid = new_id()
    noor = evening.joins()
    evening.accepts(evening.cast.alex, cid=cid)
    evening.goes_on(seconds=125, awake=[noor])
    evening.goes_on_duty(evening.cast.kim)
    evening.accepts(evening.cast.kim)
    evening.joins()
    evening.goes_on_duty(evening.cast.alex)
    assert evening.accepts(evening.cast.alex, cid=cid) == noor.conversation_id


def test_signing_out_hands_everything_over_at_once(evening: Evening, pair) -> None:
    noor, alex = pair
    with evening.database.write() as work:
        duties.leave(work, evening.cast.alex.id, evening.now)
    assert [entry.kind for entry in evening.entries(noor)][-1] is EntryKind.HANDED_OVER
    assert refusal(evening.posts, alex) is Code.NOT_YOURS


def test_the_youth_hears_under_a_new_version_that_the_next_counsellor_is_there(evening: Evening, pair) -> None:
    noor, _ = pair
    evening.goes_on(seconds=120, awake=[noor])
    evening.goes_on_duty(evening.cast.kim)
    evening.accepts(evening.cast.kim)
    assert told_the_youth(evening, noor) == [True, False, True]
    versions = [heard.event.version for heard in evening.heard if isinstance(heard.event, PeerChanged)]
    assert versions == sorted(set(versions))
