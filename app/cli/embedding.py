"""``flask municipality embed``: say which web sites may embed the chat, and what they put into their pages."""

import click
from flask.cli import with_appcontext

from app.cli.composition import config, database
from app.cli.explanation import explained
from app.cli.staff import find
from app.domain.embedding import MOST_ORIGINS
from app.services import embedding
from app.services.embedding import OriginRefused, TooManyOrigins


@click.command("embed")
@click.argument("slug")
@click.argument("origins", nargs=-1, metavar="[ORIGIN]...")
@click.option("--nowhere", is_flag=True, help="Let no web site embed the chat any more.")
@with_appcontext
@explained
def command(slug: str, origins: tuple[str, ...], nowhere: bool) -> None:
    """Let exactly these web sites embed the chat of SLUG; without any, show which may.

    An ORIGIN is https://www.example.dk as in the address bar: no path, no '*'.
    """
    if origins and nowhere:
        raise click.UsageError("Either name origins or say --nowhere.")
    municipality = find(slug)
    if origins or nowhere:
        allow(municipality.id, origins)
    show(slug)


def allow(municipality_id: str, origins: tuple[str, ...]) -> None:
    """Store the list, or explain what is wrong with it."""
    try:
        with database().write() as work:
            embedding.allow(work, municipality_id, origins)
    except OriginRefused as error:
        raise click.ClickException(
            f"'{error}' is no origin. It has to look like https://www.example.dk or https://www.example.dk:8443, as "
            "browsers spell it: lower case, no path and no '*', æ, ø and å as xn--…; http only on this machine."
        ) from None
    except TooManyOrigins:
        raise click.ClickException(f"At most {MOST_ORIGINS} origins can be named.") from None


def show(slug: str) -> None:
    """Print who may embed the chat, and what they put into their pages."""
    allowed = find(slug).embedding_origins
    if not allowed:
        click.echo(f"No web site may embed the chat of {slug}. Let one: flask municipality embed {slug} ORIGIN")
        return
    click.echo(f"The chat of {slug} may be embedded by")
    for origin in allowed:
        click.echo(f"  {origin}")
    click.echo(f'with\n  <script async src="{config().public_url}/widget.js" data-municipality="{slug}"></script>')
