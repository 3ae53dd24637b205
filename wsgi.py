"""The entry point, and the only file that knows eventlet: ``python wsgi.py`` serves."""

# Patching must come before anything else is imported, and only when this file is what runs.
if __name__ == "__main__":
    import os
    import warnings

    if os.environ.get("ASYNC_MODE", "eventlet") == "eventlet":
        # We know, and have written down why: docs/decisions/0001-eventlet-confined-to-wsgi.md.
        warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
        # We look up no names; the library's own way to do so takes longer to import than the rest of it.
        os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
        import eventlet

        eventlet.monkey_patch()

import logging
import os
import socket
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from threading import BoundedSemaphore
from typing import Any

from app import factory, output, process
from app.factory import Application, create_app
from app.realtime.server import MAX_FRAME_BYTES
from config import Config, ConfigError

__all__ = ["create_app"]  # what ``flask …`` finds here; it never patches anything

BACKLOG = 1024
TOO_BIG = 1009  # the WebSocket close code
LINGER = 2  # seconds
LINGER_BYTES = 64 * 1024
SLOW_JOBS = 2  # passwords hashed at the same time, 64 MiB each
PAUSE = 0.1


def main() -> None:
    """Serve until stopped."""
    output.configure()
    try:
        config = Config.from_environment()
    except ConfigError as error:
        sys.exit(f"Lyttepunkt cannot start: {error}.")
    serve = {"eventlet": serve_with_eventlet, "threading": serve_with_threads}[config.async_mode]
    listener = listen(config)
    logging.getLogger("lyttepunkt").info("Serving %s", config.public_url)
    serve(config, listener)


def listen(config: Config) -> socket.socket:
    """Open the port, or say in one sentence why not."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    try:
        listener = socket.create_server((config.host, config.port), family=family, backlog=BACKLOG, reuse_port=False)
    except OSError as error:
        sys.exit(f"Lyttepunkt cannot listen on {config.host} port {config.port}: {error.strerror}.")
    # Every connection inherits it. Without it, small frames wait up to 40 ms for the other end's acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def serve_with_eventlet(config: Config, listener: socket.socket) -> None:
    """Serve with greenlets: one process, thousands of open sockets."""
    import eventlet.wsgi
    from eventlet import tpool
    from eventlet.wsgi import HttpProtocol

    class SilentProtocol(HttpProtocol):  # type: ignore[misc]
        """Logs nothing: it would print the address and the line of every request that is none."""

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library names it
            """Say nothing."""

    refuse_big_messages_politely()
    note_what_no_greenlet_caught()
    application = build(config, tpool.execute)
    eventlet.wsgi.server(
        listener,
        application.flask,
        log=logging.getLogger("eventlet.wsgi"),  # pinned: it would print requests and tracebacks
        log_output=False,  # the library's own log would hold addresses
        protocol=SilentProtocol,
        environ={"wsgi.errors": output.Nowhere()},
        debug=False,
        max_size=process.room_for_connections(),
        keepalive=15,
        socket_timeout=30,
        url_length_limit=4096,
    )


def refuse_big_messages_politely() -> None:
    """Make eventlet's WebSocket keep its limit for whole messages, and say so before it hangs up.

    The library counts each fragment alone. And it closes with bytes unread, upon which the kernel resets the
    connection and the client may never learn the code, 1009, by which it knows not to send that message again.
    """
    import eventlet
    from eventlet.websocket import FailedConnectionError, RFC6455WebSocket

    class BoundedMessage(RFC6455WebSocket.Message):  # type: ignore[misc]
        """One message, whatever number of fragments it comes in."""

        def push(self, data: bytes, final: bool = False) -> None:
            """Keep one more fragment, if there is room for it."""
            super().push(data, final)
            if sum(map(len, self.data)) > self.max_frame_length:
                raise FailedConnectionError(TOO_BIG, "")

    close_at_once = RFC6455WebSocket.close

    def close(self: RFC6455WebSocket, close_data: tuple[int, str] | None = None) -> None:
        if close_data is None or close_data[0] != TOO_BIG:
            close_at_once(self, close_data)  # another greenlet may be reading
            return
        with closing(self.socket), suppress(OSError), eventlet.Timeout(LINGER, False):
            self._send_closing_frame(close_data=close_data, ignore_send_errors=True)
            self.socket.shutdown(socket.SHUT_WR)
            while self.socket.recv(LINGER_BYTES):
                pass

    RFC6455WebSocket.Message = BoundedMessage
    RFC6455WebSocket.close = close


def note_what_no_greenlet_caught() -> None:
    """Make eventlet's loop log failures as everything else does; by itself it prints them, messages and all."""
    from eventlet import hubs

    hub = hubs.get_hub()
    hub.squelch_generic_exception = lambda failed: output.note_failure(failed[1])
    hub.squelch_timer_exception = lambda timer, failed: output.note_failure(failed[1])

    def let_go(descriptor: int, failed: tuple[Any, ...]) -> None:
        output.note_failure(failed[1])
        with suppress(Exception):
            hub.remove_descriptor(descriptor)

    hub.squelch_exception = let_go


def serve_with_threads(config: Config, listener: socket.socket) -> None:
    """Serve with one thread a connection: for debugging, and to be ready for the day eventlet is gone."""
    from werkzeug.serving import WSGIRequestHandler, make_server

    class SilentHandler(WSGIRequestHandler):
        """Logs nothing: a request line can name a person's address."""

        def log(self, type: str, message: str, *args: object) -> None:
            """Say nothing."""

    from engineio.async_drivers import _websocket_wsgi, threading

    # The library would take messages of any size; the eventlet driver is given the limit by itself.
    bounded = partial(_websocket_wsgi.SimpleWebSocketWSGI, max_message_size=MAX_FRAME_BYTES)
    threading._async["websocket"] = bounded  # noqa: SLF001 - there is no setting for it
    application = build(config, factory.call_directly)
    make_server(
        config.host,
        config.port,
        application.flask,
        threaded=True,
        request_handler=SilentHandler,
        fd=listener.fileno(),
    ).serve_forever()


def build(config: Config, offload: Callable[..., Any]) -> Application:
    """Assemble the installation and start its ticker."""
    turn = BoundedSemaphore(SLOW_JOBS)

    def take_turns(function: Callable[..., Any], *args: Any) -> Any:
        with turn:
            return offload(function, *args)

    application = factory.build(config, async_mode=config.async_mode, offload=take_turns)
    factory.start(application)
    application.socketio.start_background_task(end_when_asked, application, process.listen_for_the_end())
    process.leave_what_exists_alone()
    return application


def end_when_asked(application: Application, asked: Callable[[], bool]) -> None:
    """Drain when it is time, and end without a look back: no thread and no client can hold it up any longer."""
    while not asked():
        application.socketio.sleep(PAUSE)
    logging.getLogger("lyttepunkt").info("Draining")
    factory.drain(application)
    os._exit(0)


if __name__ == "__main__":
    main()
