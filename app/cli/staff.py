"""``flask staff``: let someone into a team."""

import sys

import click
from flask.cli import with_appcontext

from app.cli.composition import database
from app.cli.explanation import explained
from app.cli.length import EMAIL_MAX, up_to
from app.domain.staff import PASSWORD_MIN_LENGTH, Role
from app.persistence import municipalities
from app.persistence.municipalities import Municipality
from app.services import staff
from app.services.staff import AlreadyMember, PasswordTooShort


@click.group("staff")
def group() -> None:
    """Look after staff."""


@group.command("add")
@click.argument("email", callback=up_to(EMAIL_MAX))
@click.option("--municipality", "slug", required=True, help="The municipality's slug.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input instead of asking.")
@with_appcontext
@explained
def add(email: str, slug: str, role: str, password_stdin: bool) -> None:
    """Give EMAIL a place in a municipality's team. Someone who has an account keeps their password."""
    municipality = find(slug)
    password_hash = hash_or_explain(read_password(password_stdin))
    try:
        with database().write() as work:
            staff.add(work, email, password_hash, municipality_id=municipality.id, role=Role(role))
    except AlreadyMember:
        raise click.ClickException(f"{email} already belongs to {municipality.name}.") from None
    click.echo(f"{email} is {role} in {municipality.name}.")


def find(slug: str) -> Municipality:
    """Return a municipality or explain how to add it."""
    with database().read() as session:
        municipality = municipalities.find_by_slug(session, slug)
    if municipality is None:
        raise click.ClickException(
            f"There is no municipality '{slug}'. Add it with: flask municipality add {slug} NAME"
        )
    return municipality


def read_password(from_stdin: bool) -> str:
    """Read a password without showing it."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return password


def hash_or_explain(password: str) -> str:
    """Hash a password that is good enough."""
    try:
        return staff.hash_new_password(password)
    except PasswordTooShort:
        raise click.ClickException(f"The password needs at least {PASSWORD_MIN_LENGTH} characters.") from None
