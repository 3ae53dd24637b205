"""Signing in: a token, its tickets, and how both come to an end."""

import pytest
from argon2 import PasswordHasher

from app.domain.availability import AvailabilityState
from app.domain.errors import Code
from app.domain.events import Replaced, SignedOut
from app.domain.identifiers import fingerprint
from app.domain.recipients import Counsellor, SignIn
from app.persistence.staff_sessions import StaffSession
from app.persistence.tickets import Ticket
from app.services import availability, heartbeats, passwords, sign_in, upkeep
from tests.refusal import refusal
from tests.services.conftest import Evening


def signs_in(evening: Evening) -> str:
    with evening.database.write() as work:
        return sign_in.open_session(work, evening.cast.alex.id, evening.now)


def is_signed_in(evening: Evening, token: str) -> bool:
    with evening.database.read() as session:
        return sign_in.who_is(session, token, evening.now) is not None


def redeem(evening: Evening, ticket: str, token: str) -> None:
    with evening.database.write() as work:
        sign_in.redeem_ticket(work, ticket, fingerprint(token), evening.now)


def ticket_for(evening: Evening, token: str) -> str:
    with evening.database.write() as work:
        return sign_in.issue_ticket(work, fingerprint(token), evening.now)


def refuses(evening: Evening, ticket: str, token: str) -> bool:
    return refusal(redeem, evening, ticket, token) is Code.AUTH


def test_only_the_right_password_fits() -> None:
    hashed = passwords.hash_password("a long enough password")
    assert passwords.verify(hashed, "a long enough password")
    assert not passwords.verify(hashed, "another long password")
    assert not passwords.verify(None, "nobody has this password")


def test_an_unknown_address_takes_as_long_as_a_known_one() -> None:
    assert not PasswordHasher().check_needs_rehash(passwords._NOBODY)


def test_an_idle_sign_in_ends_after_half_an_hour(evening: Evening) -> None:
    token = signs_in(evening)
    evening.pass_time(minutes=29)
    assert is_signed_in(evening, token)
    evening.pass_time(minutes=1)
    assert not is_signed_in(evening, token)


def test_a_quiet_evening_on_duty_is_not_idleness(evening: Evening) -> None:
    token = signs_in(evening)
    evening.goes_on_duty(evening.cast.alex)
    for _ in range(4):
        evening.pass_time(minutes=20)
        with evening.database.write() as work:
            heartbeats.counsellor_pulse(work, evening.cast.alex.id, fingerprint(token), {}, evening.now)
    assert is_signed_in(evening, token)


def test_off_duty_a_heartbeat_is_no_activity(evening: Evening) -> None:
    token = signs_in(evening)
    evening.pass_time(minutes=20)
    with evening.database.write() as work:
        heartbeats.counsellor_pulse(work, evening.cast.alex.id, fingerprint(token), {}, evening.now)
    evening.pass_time(minutes=20)
    assert not is_signed_in(evening, token)


def test_nobody_stays_signed_in_longer_than_twelve_hours(evening: Evening) -> None:
    token = signs_in(evening)
    for _ in range(36):
        evening.pass_time(minutes=20)
        with evening.database.write() as work:
            sign_in.note_sighting(work, fingerprint(token), evening.now)
    assert not is_signed_in(evening, token)


def test_signing_out_ends_it_at_once_and_tells_the_consoles(evening: Evening) -> None:
    token = signs_in(evening)
    with evening.database.write() as work:
        sign_in.close_session(work, fingerprint(token))
    assert not is_signed_in(evening, token)
    assert [(type(heard.event), heard.recipients) for heard in evening.heard] == [
        (SignedOut, (SignIn(fingerprint(token)),))
    ]


def test_signing_out_ends_the_duty_so_that_the_chat_is_not_open_with_nobody_there(evening: Evening) -> None:
    token = signs_in(evening)
    evening.goes_on_duty(evening.cast.alex)
    with evening.database.write() as work:
        sign_in.sign_out(work, fingerprint(token), evening.now)
    with evening.database.read() as session:
        state = availability.state_of(session, evening.cast.municipality_id, evening.now)
    assert state is AvailabilityState.UNSTAFFED


def test_a_sign_in_that_is_over_by_time_closes_its_consoles(evening: Evening) -> None:
    token = signs_in(evening)
    evening.pass_time(minutes=30)
    evening.upkeep_runs()
    assert [heard.recipients for heard in evening.heard if isinstance(heard.event, SignedOut)] == [
        (SignIn(fingerprint(token)),)
    ]


def test_only_the_newest_console_of_a_counsellor_counts(evening: Evening) -> None:
    session_id = fingerprint(signs_in(evening))
    for console in ("older", "newer"):
        evening.heard.clear()
        with evening.database.write() as work:
            sign_in.take_console(work, evening.cast.alex.id, console)
    told = [(type(heard.event), heard.recipients) for heard in evening.heard]
    assert told == [(Replaced, (Counsellor(evening.cast.alex.id),))]
    with evening.database.read() as session:
        assert refusal(sign_in.require_live, session, session_id, "older", evening.now) is Code.REPLACED
        sign_in.require_live(session, session_id, "newer", evening.now)


def test_whoever_has_just_signed_out_gets_no_ticket(evening: Evening) -> None:
    token = signs_in(evening)
    with evening.database.write() as work:
        sign_in.sign_out(work, fingerprint(token), evening.now)
    assert refusal(ticket_for, evening, token) is Code.AUTH


def test_a_ticket_is_good_once(evening: Evening) -> None:
    token = signs_in(evening)
    ticket = ticket_for(evening, token)
    redeem(evening, ticket, token)
    assert refuses(evening, ticket, token)


def test_a_ticket_is_good_for_a_minute(evening: Evening) -> None:
    token = signs_in(evening)
    ticket = ticket_for(evening, token)
    evening.pass_time(seconds=60)
    assert refuses(evening, ticket, token)


def test_a_ticket_is_worth_nothing_under_another_sign_in(evening: Evening) -> None:
    ticket = ticket_for(evening, signs_in(evening))
    assert refuses(evening, ticket, signs_in(evening))


def test_neither_token_nor_ticket_is_stored(evening: Evening) -> None:

    token = signs_in(evening)
    ticket = ticket_for(evening, token)
    with evening.database.read() as session:
        assert session.get(StaffSession, token) is None
        assert session.get(Ticket, ticket) is None
        assert session.get(Ticket, fingerprint(ticket)) is not None


def test_stale_sign_ins_and_tickets_are_forgotten(evening: Evening) -> None:

    token = signs_in(evening)
    ticket = ticket_for(evening, token)
    evening.pass_time(minutes=30)
    with evening.database.write() as work:
        upkeep.forget_expired_tickets(work, evening.now)
    evening.upkeep_runs()
    with evening.database.read() as session:
        assert session.get(StaffSession, fingerprint(token)) is None
        assert session.get(Ticket, fingerprint(ticket)) is None


@pytest.mark.parametrize("who", ["robin", "charlie"])
def test_only_the_municipalitys_own_counsellors_have_a_console_there(evening: Evening, who: str) -> None:
    member = getattr(evening.cast, who)
    with evening.database.read() as session:
        assert refusal(sign_in.municipality_served, session, member.id, evening.cast.slug) is Code.FORBIDDEN
