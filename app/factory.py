"""The composition root: everything that exists is put together here, and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.cli import NoAppException
from flask_socketio import SocketIO

from app import web
from app.background import loop_lag, rounds, ticker
from app.persistence.database import Database
from app.realtime import drain as draining
from app.realtime import server, strays
from app.realtime.doorkeeper import Doorkeeper
from app.web import Offload, Parts
from config import Config, ConfigError


@dataclass(frozen=True, slots=True)
class Application:
    """A whole installation, ready to be served."""

    flask: Flask
    socketio: SocketIO
    parts: Parts

    @property
    def database(self) -> Database:
        """The database that all parts share."""
        return self.parts.database


def build(config: Config, *, async_mode: str, offload: Offload) -> Application:
    """Assemble an installation. ``offload(function, *args)`` runs slow work where it stops nobody."""
    parts = Parts(config, Database(config.database_url), offload)
    ticker.keep_eras_apart(parts.database)
    flask = web.create(parts)
    flask.wsgi_app = web.InFlight(flask.wsgi_app, parts.traffic)  # type: ignore[method-assign]
    socketio = server.attach(
        flask,
        parts.database,
        web.staff_token_in(flask),
        Doorkeeper(parts.traffic, parts.metrics),
        async_mode=async_mode,
        origins=config.allowed_origins,
    )
    flask.wsgi_app = web.NeverKept(flask.wsgi_app)  # type: ignore[method-assign]
    flask.wsgi_app = web.Caller(flask.wsgi_app, config.trusted_proxies)  # type: ignore[method-assign, assignment]
    return Application(flask, socketio, parts)


def start(application: Application) -> None:
    """Start what runs without a request; the ticker's first beat comes before the first request."""
    socketio, parts = application.socketio, application.parts
    ticker.attempt(lambda: ticker.beat(parts.database))
    socketio.start_background_task(ticker.run, parts.database, rounds.noted(parts.ticker, socketio.sleep))
    socketio.start_background_task(loop_lag.run, parts.metrics, socketio.sleep)
    socketio.start_background_task(strays.run, socketio.server, socketio.sleep)


def drain(application: Application) -> None:
    """End in order: nobody new is let in, what was begun is finished, everyone is told, and the database is let go."""
    draining.drain(application.socketio.server, application.parts.traffic, application.socketio.sleep)
    application.database.close()


def create_app() -> Flask:
    """Build the app for ``flask`` commands: no eventlet, nothing in the background."""
    try:
        config = Config.from_environment()
    except ConfigError as error:
        raise NoAppException(f"Lyttepunkt cannot start: {error}.") from None
    return build_with_commands(config).flask


def build_with_commands(config: Config) -> Application:
    """Assemble an installation to be looked after and not to be served."""
    from app import cli  # a server has no use for the commands, and is back sooner without them

    application = build(config, async_mode="threading", offload=call_directly)
    cli.register(application.flask, cli.Installation(config, application.database))
    return application


def call_directly(function: Callable[..., Any], *args: Any) -> Any:
    """Offload nothing: right wherever a slow call stops nobody but its caller."""
    return function(*args)
