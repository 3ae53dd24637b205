"""``wsgi.py`` with the faults that FAULTS names: some must stay without consequence, the leaks must be found."""

import os
import sys
import warnings

if os.environ["ASYNC_MODE"] == "eventlet":
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    import eventlet

    eventlet.monkey_patch()

import logging
import tempfile
from pathlib import Path

from flask import request

import wsgi
from app import factory, output, web
from app.persistence.sqlite import SqliteStore
from app.realtime.youth_namespace import YouthNamespace
from app.web import municipality
from tests.privacy.unlucky import CLUMSY, UNLUCKY


def a_handler_fails() -> None:
    """``read`` fails at one number and quotes all it knows of who asked."""
    healthy = YouthNamespace.on_read

    def on_read(self, caller, request):
        if request.seq == UNLUCKY:
            raise RuntimeError(f"{request} {self.server.get_environ(caller.sid, self.namespace)}")
        return healthy(self, caller, request)

    YouthNamespace.on_read = on_read


def a_page_fails() -> None:
    """One municipality's page fails and quotes all it knows of who asked."""
    healthy = municipality.slug_is_usable

    def slug_is_usable(slug):
        if slug == CLUMSY:
            raise RuntimeError(f"{request.url} {request.environ}")
        return healthy(slug)

    municipality.slug_is_usable = slug_is_usable


def everything_is_logged() -> None:
    """Somebody sets every level to DEBUG, those of the libraries that are not pinned included."""
    configure = output.configure

    def configure_and_open_up():
        configure()
        logging.getLogger().setLevel(logging.DEBUG)
        logging.getLogger("app").setLevel(logging.DEBUG)

    output.configure = configure_and_open_up


def leak_a_line_for_every_request() -> None:
    """An access log, as nearly every web server keeps one."""

    class Logged(web.Caller):
        def __call__(self, call, start_response):
            logging.getLogger("app.access").info("%s %s", call.get("HTTP_X_FORWARDED_FOR"), call["PATH_INFO"])
            return super().__call__(call, start_response)

    web.Caller = Logged


def leak_what_libraries_say() -> None:
    """The libraries may say what they like, which is payloads and addresses."""
    output.pin_libraries = lambda: None
    output.is_ours = lambda record: True
    for name in ("engineio.server", "socketio.server"):
        logging.getLogger(name).setLevel(logging.INFO)


def leak_messages_of_errors() -> None:
    """What failed is logged with its message."""
    output.kind_and_place = repr


def leak_into_a_file() -> None:
    """Somebody remembers browsers in a temporary file."""

    class Remembered(web.Caller):
        def __call__(self, call, start_response):
            with Path(tempfile.gettempdir(), "browsers").open("a") as file:
                file.write(call.get("HTTP_USER_AGENT", "").encode().hex())
            return super().__call__(call, start_response)

    web.Caller = Remembered


def leak_into_the_database() -> None:
    """Somebody writes into a conversation where it came from."""
    healthy = YouthNamespace._remember

    def remember(self, socket):
        query = self.server.get_environ(socket.sid, self.namespace)["QUERY_STRING"]
        with self.database.write() as work:
            work.session.connection().exec_driver_sql("CREATE TABLE IF NOT EXISTS visits (query TEXT)")
            work.session.connection().exec_driver_sql(f"INSERT INTO visits VALUES ('{query.replace('%', '')}')")
        healthy(self, socket)

    YouthNamespace._remember = remember
    # The ticker would fold the log into the file at a moment of its own; so it is known in which of them to look.
    SqliteStore.scrub = lambda store: True


for fault in os.environ["FAULTS"].split():
    vars()[fault]()
assert factory.web is web
sys.exit(wsgi.main())
