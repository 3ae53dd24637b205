"""``flask backup`` and ``flask restore``: what an installation needs to begin again, in one file."""

import os
import secrets
from pathlib import Path

import click
from flask.cli import with_appcontext

from app.cli.composition import database
from app.cli.explanation import explained
from app.services import backups
from app.services.backups import NotABackup, NotEmpty

PRIVATE = 0o600


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@with_appcontext
@explained
def take(file: Path) -> None:
    """Write municipalities, staff and memberships into FILE; never conversations, sign-ins or duties."""
    if file.exists():
        raise click.ClickException(f"{file} exists already. Choose a new name, so that no earlier backup is lost.")
    with database().read() as session:
        document = backups.take(session)
    try:
        write_whole(file, document)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from None
    click.echo(f"{file} holds municipalities, staff and memberships. Keep it as safe as the database.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@with_appcontext
@explained
def restore(file: Path) -> None:
    """Write a backup into a database that is migrated and has not been used yet."""
    target = database()
    try:
        document = file.read_bytes()
        with target.write() as work:
            written = backups.restore(work, document)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}.") from None
    except NotABackup:
        raise click.ClickException(f"{file} is not a backup that this version can read.") from None
    except NotEmpty as error:
        raise click.ClickException(
            f"This database is in use already: {error} holds something. Restore into a new one "
            "(set DATABASE_URL, then: flask database upgrade)."
        ) from None
    click.echo(f"Restored {', '.join(f'{count} {name}' for name, count in written.items())}.")


def write_whole(file: Path, document: bytes) -> None:
    """Write a file that only its owner can read, and give it its name once all of it is on the disk."""
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    try:
        with os.fdopen(descriptor, "wb") as half:
            half.write(document)
            half.flush()
            os.fsync(half.fileno())
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
