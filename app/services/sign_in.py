"""Signing in and out, and the tickets that carry a sign-in over to a socket."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import Code, Refused
from app.domain.events import Replaced, SignedOut
from app.domain.identifiers import fingerprint, new_secret
from app.domain.recipients import Counsellor, SignIn
from app.domain.staff import (
    ABSOLUTE_LIMIT,
    IDLE_LIMIT,
    TICKET_LIFETIME,
    Role,
    normalise_email,
    session_is_live,
    sighting_is_due,
)
from app.persistence import memberships, municipalities, staff, staff_sessions, tickets
from app.persistence.staff_sessions import StaffSession
from app.persistence.tickets import Ticket
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import duties


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a password is checked against."""

    staff_id: str | None
    password_hash: str | None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Someone with a live sign-in."""

    staff_id: str
    email: str
    session_id: str
    seen_at: datetime


def credentials_of(session: Session, email: str) -> Credentials:
    """Return what belongs to an address; an unknown one gives empty credentials that no password fits."""
    account = staff.find_by_email(session, normalise_email(email))
    return Credentials(account.id, account.password_hash) if account else Credentials(None, None)


def open_session(work: UnitOfWork, staff_id: str, now: datetime) -> str:
    """Sign someone in and return the new token; only its hash is stored."""
    token = new_secret()
    work.session.add(StaffSession(id=fingerprint(token), staff_id=staff_id, created_at=now, seen_at=now))
    return token


def who_is(session: Session, token: str, now: datetime) -> SignedIn | None:
    """Return who a token signs in, or None when it is unknown, revoked or stale."""
    row = staff_sessions.find(session, fingerprint(token))
    if row is None or not session_is_live(row.created_at, row.seen_at, now):
        return None
    account = staff.find(session, row.staff_id)
    return SignedIn(account.id, account.email, row.id, row.seen_at)


def require_live(session: Session, session_id: str, console: str, now: datetime) -> None:
    """Check a sign-in again, as every request of an open socket does. Raises ``E_AUTH``, ``E_REPLACED``."""
    sighting = staff_sessions.sighting(session, session_id)
    if sighting is None or not session_is_live(sighting.created_at, sighting.seen_at, now):
        raise Refused(Code.AUTH)
    if sighting.console != console:
        raise Refused(Code.REPLACED)


def take_console(work: UnitOfWork, staff_id: str, console: str) -> None:
    """Let this socket be the one console of a counsellor; whatever was open before is told to go."""
    staff.find(work.session, staff_id).console = console
    work.announce(Replaced(), Counsellor(staff_id))


def note_sighting(work: UnitOfWork, session_id: str, now: datetime) -> None:
    """Count this as activity. A console on duty counts as active: a quiet evening is not idleness."""
    row = staff_sessions.find(work.session, session_id)
    if row is not None and sighting_is_due(row.seen_at, now):
        row.seen_at = now


def sign_out(work: UnitOfWork, session_id: str, now: datetime) -> None:
    """Sign someone out: their duty ends too, or the chat would stay open with nobody there."""
    row = staff_sessions.find(work.session, session_id)
    if row is not None:
        duties.leave(work, row.staff_id, now)
        close_session(work, session_id)


def close_session(work: UnitOfWork, session_id: str) -> None:
    """End a sign-in: the token is worthless at once, and its consoles are told to go."""
    row = staff_sessions.find(work.session, session_id)
    if row is not None:
        work.session.delete(row)
        work.announce(SignedOut(), SignIn(session_id))


def close_stale(work: UnitOfWork, session_id: str, now: datetime) -> None:
    """End a sign-in that is over by time, unless its owner has come back meanwhile."""
    row = staff_sessions.find(work.session, session_id)
    if row is not None and not session_is_live(row.created_at, row.seen_at, now):
        close_session(work, session_id)


def stale(session: Session, now: datetime) -> list[str]:
    """Return the sign-ins that are over by time."""
    return list(staff_sessions.stale_ids(session, seen_before=now - IDLE_LIMIT, created_before=now - ABSOLUTE_LIMIT))


def issue_ticket(work: UnitOfWork, session_id: str, now: datetime) -> str:
    """Return a ticket for one socket, good for 60 s; only its hash is stored. Raises ``E_AUTH`` after signing out."""
    if not staff_sessions.hold(work.session, session_id):
        raise Refused(Code.AUTH)
    ticket = new_secret()
    expires_at = now + TICKET_LIFETIME
    work.session.add(Ticket(id=fingerprint(ticket), staff_session_id=session_id, expires_at=expires_at))
    return ticket


def redeem_ticket(work: UnitOfWork, ticket: str, session_id: str, now: datetime) -> None:
    """Use a ticket up. Raises ``E_AUTH`` when it is unknown, used, expired or another sign-in's."""
    if not tickets.take(work.session, fingerprint(ticket), session_id, now):
        raise Refused(Code.AUTH)


def municipality_served(session: Session, staff_id: str, slug: str) -> str:
    """Return the id of a municipality in which someone is a counsellor. Raises ``E_FORBIDDEN`` for any other slug."""
    municipality = municipalities.find_by_slug(session, slug)
    membership = municipality and memberships.find(session, staff_id, municipality.id)
    if municipality is None or not membership or membership.role is not Role.COUNSELLOR:
        raise Refused(Code.FORBIDDEN)
    return municipality.id
