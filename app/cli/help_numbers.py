"""``flask help-numbers``: the numbers that young people are shown, and how we know them."""

from calendar import day_abbr

import click

from app.domain.help_number import HelpNumber
from app.domain.help_numbers import HELP_NUMBERS
from app.domain.weekly_hours import AROUND_THE_CLOCK, Hours

HEADER = ("number", "name", "hours", "verified on", "source")


@click.command("help-numbers")
def command() -> None:
    """List the help numbers. docs/help-numbers.md says how to verify them."""
    lines = [HEADER, *(row(number) for number in HELP_NUMBERS)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def row(number: HelpNumber) -> tuple[str, ...]:
    """Return what the list says of one number."""
    return number.digits, number.name, in_short(number.hours), number.verified_on.isoformat(), number.source


def in_short(hours: Hours | None) -> str:
    """Return opening hours for an operator."""
    if hours is None:
        return "unknown"
    if hours == AROUND_THE_CLOCK:
        return "around the clock"
    return ", ".join(f"{day_abbr[opening.weekday]} {opening.begins:%H:%M}-{opening.ends:%H:%M}" for opening in hours)
