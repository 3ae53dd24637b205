"""The operator's commands."""

from flask import Flask

from app.cli import backup, composition, database, demo, doctor, help_numbers, municipality, staff
from app.cli.composition import Installation as Installation

COMMANDS = (
    database.group,
    municipality.group,
    staff.group,
    help_numbers.command,
    demo.command,
    doctor.command,
    backup.take,
    backup.restore,
)


def register(flask: Flask, installation: Installation) -> None:
    """Hang every command under ``flask``."""
    composition.install(flask, installation)
    for command in COMMANDS:
        flask.cli.add_command(command)
