"""What a command says instead of a traceback when the database is away."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from app.domain.errors import Code, Refused

AWAY = (
    "The database cannot be reached: it does not run, is busy, or DATABASE_URL is wrong. Look closer with: flask doctor"
)


def explained(command: Callable[..., None]) -> Callable[..., None]:
    """Turn the database's refusal into a sentence that says what to do."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except Refused as error:
            if error.code is not Code.UNAVAILABLE:
                raise
            raise click.ClickException(AWAY) from None

    return run
