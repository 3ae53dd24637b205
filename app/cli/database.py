"""``flask database``: bring the schema up to date."""

import click
from flask.cli import with_appcontext

from app.cli.composition import config
from app.cli.explanation import explained
from app.persistence import migrations
from app.persistence.database import unavailable_when_away


@click.group("database")
def group() -> None:
    """Look after the database."""


@group.command("upgrade")
@with_appcontext
@explained
def upgrade() -> None:
    """Create or migrate the schema. Safe to repeat."""
    with unavailable_when_away():
        migrations.upgrade(config().database_url)
    click.echo(f"The database is at revision {migrations.head_revision()}.")
