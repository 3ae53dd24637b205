"""What the views need from the composition root."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app

from app.domain.liveness import Liveness
from app.domain.traffic import Traffic
from app.metrics import Metrics
from app.persistence.database import Database
from app.web.back_off import BackOff
from config import Config

Offload = Callable[..., Any]

_KEY = "lyttepunkt"


@dataclass(frozen=True, slots=True)
class Parts:
    """The settings, the database, where slow work is done, and what is known about the process itself."""

    config: Config
    database: Database
    offload: Offload
    traffic: Traffic = field(default_factory=Traffic)
    ticker: Liveness = field(default_factory=Liveness)
    metrics: Metrics = field(default_factory=Metrics)
    back_off: BackOff = field(default_factory=BackOff)


def install(flask: Flask, parts: Parts) -> None:
    """Hang the parts on the app."""
    flask.extensions[_KEY] = parts


def parts() -> Parts:
    """Return the parts of the app that handles this request."""
    found: Parts = current_app.extensions[_KEY]
    return found
