"""The operator's commands."""

from flask import Flask

from app.cli import composition, database, demo, doctor, help_numbers, municipality, staff
from app.cli.composition import Installation

COMMANDS = (database.group, municipality.group, staff.group, demo.command, doctor.command, help_numbers.command)


def register(flask: Flask, installation: Installation) -> None:
    """Hang every command under ``flask``."""
    composition.install(flask, installation)
    for command in COMMANDS:
        flask.cli.add_command(command)
