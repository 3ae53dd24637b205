"""When a conversation changes hands: reserved for a colleague, or given up by a counsellor who vanished."""

from datetime import datetime, timedelta

# A colleague has this long to take what was reserved for them; then it stands at the front of the line for everyone.
RESERVATION = timedelta(seconds=60)
# Someone whose lease ran out this long ago is not coming back in time.
VANISHED_AFTER = timedelta(seconds=90)


def reserved_from(now: datetime) -> datetime:
    """Return until when a conversation handed to a colleague at ``now`` is kept for them."""
    return now + RESERVATION


def is_reserved(reserved_until: datetime | None, now: datetime) -> bool:
    """Say whether a reservation still holds."""
    return reserved_until is not None and now < reserved_until


def has_vanished(lease_until: datetime | None, now: datetime) -> bool:
    """Say whether a holder is gone for good; None stands for a holder without any duty."""
    return lease_until is None or now - lease_until >= VANISHED_AFTER
