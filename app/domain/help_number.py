"""A number that someone can call instead of writing, and which of them to show first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.weekly_hours import Hours, covers

VERIFIED_FOR = timedelta(days=90)

_URGENT = 0
_RANK = {True: 1, None: 2, False: 3}  # open, unknown, closed


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumber:
    """One number: who answers, about what, when, and how we know. Hours that nobody has verified are ``None``."""

    slug: str
    digits: str
    name: str
    about: str
    hours: Hours | None
    verified_on: date
    source: str
    hours_source: str = ""
    is_urgent: bool = False
    is_in_short_list: bool = False

    @property
    def address(self) -> str:
        """What a telephone dials."""
        return f"tel:{self.digits.replace(' ', '')}"

    @property
    def unbroken(self) -> str:
        """The digits for the middle of a sentence, where no line may end inside them."""
        return self.digits.replace(" ", "\N{NO-BREAK SPACE}")

    def is_open(self, now: datetime) -> bool | None:
        """Say whether somebody answers now, or None when nobody knows."""
        return None if self.hours is None else covers(self.hours, now)

    def is_due(self, today: date) -> bool:
        """Say whether it was verified so long ago that it has to be verified again."""
        return today - self.verified_on > VERIFIED_FOR


def in_order(numbers: Iterable[HelpNumber], now: datetime) -> list[HelpNumber]:
    """Return the urgent, then those open now, those whose hours nobody knows, those closed; each kind as given."""
    return sorted(numbers, key=lambda number: _URGENT if number.is_urgent else _RANK[number.is_open(now)])
