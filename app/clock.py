"""The only module that asks what time it is; the edges pass the answer inwards as ``now``."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return datetime.now(UTC)
