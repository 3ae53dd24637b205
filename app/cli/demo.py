"""``flask demo``: a demonstration that is there after one command and the same after ten."""

import os
import secrets

import click
from flask.cli import with_appcontext

from app.cli.composition import config, database
from app.cli.explanation import explained
from app.cli.staff import hash_or_explain
from app.services import demo


@click.command("demo")
@with_appcontext
@explained
def command() -> None:
    """Prepare two municipalities and their staff, and print where to go. Safe to repeat.

    The password is DEMO_PASSWORD, or a new one that is printed.
    """
    password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(12)
    password_hash = hash_or_explain(password)
    with database().write() as work:
        demo.prepare(work, password_hash, school=demo.school_origin(config().port))
    address = config().public_url
    click.echo(f"The young person's page   {address}/demo")
    click.echo(f"A page that embeds it     {demo.school_origin(config().port)}  (while make demo runs)")
    click.echo(f"The counsellor's console  {address}/console")
    click.echo("Sign in as                alex@demo.example  (or kim@demo.example)")
    click.echo(f"Password                  {password}")
