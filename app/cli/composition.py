"""What the commands need from the composition root."""

from dataclasses import dataclass

import click
from flask import Flask, current_app

from app.persistence import migrations
from app.persistence.database import Database, unavailable_when_away
from config import Config

_KEY = "lyttepunkt.cli"


@dataclass(frozen=True, slots=True)
class Installation:
    """The settings and the database that a command works on."""

    config: Config
    database: Database


def install(flask: Flask, installation: Installation) -> None:
    """Hang the installation on the app whose commands these are."""
    flask.extensions[_KEY] = installation


def database() -> Database:
    """Return the database of the running command, or explain that it has to be migrated first.

    Raises ``Refused(E_UNAVAILABLE)`` when it cannot be reached.
    """
    with unavailable_when_away():
        current = migrations.current_revision(config().database_url)
    if current != migrations.head_revision():
        raise click.ClickException("The database is not ready for this version. Run: flask database upgrade")
    return _installation().database


def config() -> Config:
    """Return the settings of the running command."""
    return _installation().config


def _installation() -> Installation:
    found: Installation = current_app.extensions[_KEY]
    return found
