"""The composition root: everything that exists is put together here, and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.cli import NoAppException
from flask_socketio import SocketIO

from app import cli, web
from app.background import ticker
from app.cli.composition import Installation
from app.persistence.database import Database
from app.realtime import server
from app.web.parts import Offload, Parts
from config import Config, ConfigError


@dataclass(frozen=True, slots=True)
class Application:
    """A whole installation, ready to be served."""

    flask: Flask
    socketio: SocketIO
    database: Database


def build(config: Config, *, async_mode: str, offload: Offload) -> Application:
    """Assemble an installation. ``offload(function, *args)`` runs slow work where it stops nobody."""
    database = Database(config.database_url)
    flask = web.create(Parts(config, database, offload))
    cli.register(flask, Installation(config, database))
    socketio = server.attach(
        flask, database, web.staff_token_in(flask), async_mode=async_mode, origins=config.allowed_origins
    )
    return Application(flask, socketio, database)


def start(application: Application) -> None:
    """Start what runs without a request; its first beat comes before the first request."""
    ticker.attempt(lambda: ticker.beat(application.database))
    socketio = application.socketio
    socketio.start_background_task(ticker.run, application.database, socketio.sleep)


def create_app() -> Flask:
    """Build the app for ``flask`` commands and tests: no eventlet, nothing in the background."""
    try:
        config = Config.from_environment()
    except ConfigError as error:
        raise NoAppException(f"Lyttepunkt cannot start: {error}.") from None
    return build(config, async_mode="threading", offload=call_directly).flask


def call_directly(function: Callable[..., Any], *args: Any) -> Any:
    """Offload nothing: right wherever a slow call stops nobody but its caller."""
    return function(*args)
