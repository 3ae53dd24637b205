"""How long what an operator types may be: as long as the database keeps it."""

from collections.abc import Callable

import click

NAME_MAX = 80
EMAIL_MAX = 254

Check = Callable[[click.Context, click.Parameter, str | None], str | None]


def up_to(limit: int) -> Check:
    """Return what click calls with a value: it hands it on without outer spaces, or explains what is wrong with it."""

    def check(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is None:
            return None  # an option that was left out
        trimmed = value.strip()
        if not 0 < len(trimmed) <= limit:
            raise click.BadParameter(f"It must have between 1 and {limit} characters.")
        return trimmed

    return check
