"""What the views need from the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app

from app.persistence.database import Database
from config import Config

Offload = Callable[..., Any]

_KEY = "lyttepunkt"


@dataclass(frozen=True, slots=True)
class Parts:
    """The settings, the database, and where slow work is done."""

    config: Config
    database: Database
    offload: Offload


def install(flask: Flask, parts: Parts) -> None:
    """Hang the parts on the app."""
    flask.extensions[_KEY] = parts


def parts() -> Parts:
    """Return the parts of the app that handles this request."""
    found: Parts = current_app.extensions[_KEY]
    return found
