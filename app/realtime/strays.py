"""Connections that belong to no namespace: the library would keep them for ever, for whoever likes to collect them."""

import logging
from collections.abc import Callable, Mapping

from socketio import Server

from app import clock
from app.realtime import farewell, rooms

logger = logging.getLogger(__name__)

Sleep = Callable[[float], object]

PATIENCE = 10.0  # seconds
PAUSE = 2.0


def run(server: Server, sleep: Sleep) -> None:
    """Look round again and again, whatever a look came to."""
    strays: dict[str, float] = {}
    while True:
        try:
            strays = sweep(server, strays, clock.steady())
        except Exception as error:  # noqa: BLE001 - the next look begins afresh
            logger.error("Strays were not looked for: %s", type(error).__name__)
        sleep(PAUSE)


def sweep(server: Server, known: Mapping[str, float], now: float) -> dict[str, float]:
    """Hang up on those who strayed too long; returns since when each of the others does, by connection."""
    strays = {connection: known.get(connection, now) for connection in strays_of(server)}
    for connection, since in strays.items():
        if now - since >= PATIENCE:
            farewell.hang_up(server, connection)
    return {connection: since for connection, since in strays.items() if now - since < PATIENCE}


def strays_of(server: Server) -> set[str]:
    """Return the connections that are in none of our namespaces: not yet, or not any more."""
    at_home: set[str] = set()
    for namespace in (rooms.YOUTH, rooms.COUNSELLOR):
        at_home.update(connection for _, connection in server.manager.get_participants(namespace, None))
    return set(server.eio.sockets) - at_home
