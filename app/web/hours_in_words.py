"""Opening hours as a sentence that stays true however long the page lies open."""

from datetime import time
from itertools import groupby

from flask_babel import get_locale
from flask_babel import gettext as _

from app.domain.weekly_hours import AROUND_THE_CLOCK, EVERY_DAY, MIDNIGHT, Hours

Span = tuple[time, time]


def hours_in_words(hours: Hours) -> str:
    """Say when it is open: "Åben hele døgnet", or "Åben alle dage kl. 11 til 05"."""
    if hours == AROUND_THE_CLOCK:
        return str(_("Åben hele døgnet"))
    runs = groupby(EVERY_DAY, key=lambda weekday: _spans_on(weekday, hours))
    return str(_("Åben %(when)s", when=", ".join(_run(list(days), spans) for spans, days in runs if spans)))


def _spans_on(weekday: int, hours: Hours) -> list[Span]:
    return sorted((opening.begins, opening.ends) for opening in hours if opening.weekday == weekday)


def _run(days: list[int], spans: list[Span]) -> str:
    times = [str(_("kl. %(begins)s til %(ends)s", begins=_clock(begins), ends=_end(ends))) for begins, ends in spans]
    return f"{_days(days)} {', '.join(times)}"


def _days(days: list[int]) -> str:
    if days == list(EVERY_DAY):
        return str(_("alle dage"))
    names = get_locale().days["format"]["wide"]
    first, last = str(names[days[0]]), str(names[days[-1]])
    return first if first == last else str(_("%(first)s til %(last)s", first=first, last=last))


def _end(at: time) -> str:
    return "24" if at == MIDNIGHT else _clock(at)


def _clock(at: time) -> str:
    """Write two digits, so that nobody takes "11 til 05" for the afternoon."""
    return f"{at:%H.%M}" if at.minute else f"{at:%H}"
