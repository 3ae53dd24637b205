"""How this server takes leave of a socket: it says why, and hangs up without waiting for anyone."""

from typing import Any

from socketio import Server

from app.domain.errors import Code

Farewell = dict[str, Any]


def say_bye(server: Server, namespace: str, sid: str, code: Code, retry_ms: int | None = None) -> None:
    """Tell one socket why it will be closed."""
    bye: Farewell = {"code": code.value}
    server.emit("bye", bye if retry_ms is None else {**bye, "retry_ms": retry_ms}, to=sid, namespace=namespace)


def hang_up(server: Server, engine_sid: str) -> None:
    """Close a connection and everything on it.

    What was said before still goes out, to whoever listens. The library's own ``disconnect`` would wait until it has
    gone out, and a client that stopped reading could make it wait for ever.
    """
    connection = server.eio.sockets.get(engine_sid)
    if connection is not None:
        connection.close(wait=False)
