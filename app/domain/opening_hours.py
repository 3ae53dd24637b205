"""When a municipality's chat is scheduled to be open."""

from collections.abc import Callable
from datetime import datetime

Schedule = Callable[[datetime], bool]


def always(now: datetime) -> bool:
    """Be open at every instant: until a municipality can set hours, live duty alone decides."""
    return True
