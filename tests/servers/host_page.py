"""Somebody else's web site: one page, whose words and headers a test sets."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HEAD = (
    "<!doctype html><html lang=da><meta charset=utf-8><title>Skolen</title><link rel=icon href='data:,'><h1>Skolen</h1>"
)


class HostPage:
    """What is served at ``origin``, whatever the path."""

    def __init__(self, name: str, port: int) -> None:
        self.origin = f"http://{name}:{port}"
        self.body = HEAD
        self.headers: dict[str, str] = {}

    def embed(self, chat: str, slug: str, attributes: str = "", *, policy: str | None = None) -> None:
        """Put the widget into the page, as docs/embedding.md says, and perhaps a policy into its headers."""
        script = f'<script async src="{chat}/widget.js" data-municipality="{slug}" {attributes}></script>'
        self.body = f"{HEAD}<label>Søg <input></label>{script}"
        self.headers = {"Content-Security-Policy": policy} if policy else {}


@contextmanager
def serving(name: str) -> Iterator[HostPage]:
    """Serve it under one of this machine's names until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        server.page = HostPage(name, server.server_port)  # type: ignore[attr-defined]
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.page  # type: ignore[attr-defined]
        server.shutdown()


class Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    def do_GET(self) -> None:
        """Send the page as it is now."""
        page: HostPage = self.server.page  # type: ignore[attr-defined]
        body = page.body.encode()
        self.send_response(200)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **page.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
