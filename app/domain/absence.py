"""Absence is not downtime: what nobody could renew while the installation stood still must not expire for that."""

from datetime import datetime, timedelta

# The ticker runs every 2 s. A longer silence was an outage, a suspended machine or a step of the clock.
LONGEST_PAUSE = timedelta(seconds=10)


def gap_between(last_run: datetime, now: datetime) -> timedelta:
    """Return by how much every lease and seat must be moved: nothing after an ordinary pause.

    It is negative after a clock stepped back: a lease must not outlive its counsellor by an hour.
    """
    passed = now - last_run
    return passed if abs(passed) > LONGEST_PAUSE else timedelta()
