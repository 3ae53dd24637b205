"""Whether the youth's page is there: a timestamp with a time-to-live, never a list of sockets."""

from datetime import datetime, timedelta

# Two of the engine's pings may be lost before a phone counts as asleep.
SEAT = timedelta(seconds=30)
RENEW_BELOW = timedelta(seconds=22)


def is_taken(seat_until: datetime, now: datetime) -> bool:
    """Say whether the youth counts as connected."""
    return now < seat_until


def renewed(seat_until: datetime, now: datetime) -> datetime:
    """Return until when a sign of life at ``now`` counts.

    Never shortened: a request that read the time before the ticker moved every seat must not undo that.
    """
    return max(seat_until, now + SEAT)


def renewal_is_due(seat_until: datetime, now: datetime) -> bool:
    """Say whether a seat has run down far enough to be worth a write."""
    return seat_until - now < RENEW_BELOW
