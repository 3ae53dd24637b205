"""The people behind the console and how long they stay signed in."""

from datetime import datetime, timedelta
from enum import StrEnum

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=12)
TICKET_LIFETIME = timedelta(seconds=60)
SEEN_GRAIN = timedelta(minutes=1)
PASSWORD_MIN_LENGTH = 12


class Role(StrEnum):
    """What a member of a municipality's team may do."""

    COUNSELLOR = "counsellor"
    ADMIN = "admin"


def normalise_email(email: str) -> str:
    """Return the one spelling under which an address is stored and looked up."""
    return email.strip().lower()


def session_is_live(created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Say whether a sign-in still counts: neither idle for too long nor older than a long working day."""
    return now - seen_at < IDLE_LIMIT and now - created_at < ABSOLUTE_LIMIT


def sighting_is_due(seen_at: datetime, now: datetime) -> bool:
    """Say whether ``seen_at`` is old enough to be worth a write."""
    return now - seen_at >= SEEN_GRAIN
