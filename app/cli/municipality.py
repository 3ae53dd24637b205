"""``flask municipality``: let a municipality in."""

import click
from flask.cli import with_appcontext

from app.cli import embedding
from app.cli.composition import database
from app.cli.explanation import explained
from app.cli.length import NAME_MAX, up_to
from app.domain.municipality import Stage
from app.services import municipalities
from app.services.municipalities import SlugRefused


@click.group("municipality")
def group() -> None:
    """Look after municipalities."""


group.add_command(embedding.command)


@group.command("add")
@click.argument("slug")
@click.argument("name", callback=up_to(NAME_MAX))
@click.option(
    "--chat-name", callback=up_to(NAME_MAX), help="What the chat is called on its own page; NAME when left out."
)
@click.option(
    "--stage", type=click.Choice([stage.value for stage in Stage]), default=Stage.SOFT.value, show_default=True
)
@with_appcontext
@explained
def add(slug: str, name: str, chat_name: str | None, stage: str) -> None:
    """Add a municipality whose chat is found at /SLUG."""
    try:
        with database().write() as work:
            municipalities.add(work, slug, name, chat_name=chat_name or name, stage=Stage(stage))
    except SlugRefused:
        raise click.ClickException(
            f"'{slug}' cannot be used: it is taken, is one of the installation's own addresses, "
            "or holds something other than a-z, 0-9 and '-'."
        ) from None
    click.echo(f"{name} is found at /{slug}.")
