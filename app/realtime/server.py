"""The Socket.IO server with every limit set on purpose."""

from flask import Flask
from flask_socketio import SocketIO
from socketio import Server

from app import output
from app.metrics import Metrics
from app.persistence.database import Database
from app.realtime.broadcaster import Broadcaster
from app.realtime.counsellor_namespace import CounsellorNamespace, TokenOf
from app.realtime.doorkeeper import Doorkeeper
from app.realtime.strict_packet import StrictPacket
from app.realtime.youth_namespace import YouthNamespace

MAX_FRAME_BYTES = 32 * 1024


def attach(
    app: Flask,
    database: Database,
    token_of: TokenOf,
    doorkeeper: Doorkeeper,
    *,
    async_mode: str,
    origins: list[str],
) -> SocketIO:
    """Put the Socket.IO server in front of the app and let it carry the database's announcements."""
    output.pin_libraries()
    socketio = SocketIO(
        app,
        async_mode=async_mode,
        async_handlers=False,  # one client's events stay in order
        cors_allowed_origins=origins,
        max_http_buffer_size=MAX_FRAME_BYTES,
        manage_session=False,
        namespaces=["/youth", "/counsellor"],
        path="/socket.io",
        ping_interval=10,
        ping_timeout=15,
        serializer=StrictPacket,
    )
    database.publish = Broadcaster(socketio.server, database).publish
    for namespace in (YouthNamespace(database), CounsellorNamespace(database, token_of)):
        namespace.doorkeeper = doorkeeper
        socketio.on_namespace(namespace)
    count_sockets(socketio.server, doorkeeper.metrics)
    return socketio


def count_sockets(server: Server, metrics: Metrics) -> None:
    """Show how many sockets are open, consoles included, so coarsely that nobody's coming or going shows."""
    metrics.gauge("sockets", "Open sockets, rounded down to tens", lambda: len(server.eio.sockets) // 10 * 10)
