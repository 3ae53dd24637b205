"""The help numbers, for the templates."""

from flask import Flask

from app import clock
from app.domain.help_number import HelpNumber, in_order
from app.domain.help_numbers import HELP_NUMBERS
from app.web.hours_in_words import hours_in_words


def install(flask: Flask) -> None:
    """Teach the templates the numbers."""
    flask.jinja_env.globals.update(
        help_numbers_now=help_numbers_now, help_number=help_number, hours_in_words=hours_in_words
    )


def help_numbers_now() -> list[HelpNumber]:
    """Return all of them, those open now first; by the machine's clock, as ours stops while the database is away."""
    return in_order(HELP_NUMBERS, clock.wall())


def help_number(slug: str) -> HelpNumber:
    """Return one of them."""
    return next(number for number in HELP_NUMBERS if number.slug == slug)
