"""A small static server for the school's few files. It has the strict policy that docs/embedding.md asks for."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

FOLDER = Path(__file__).with_name("school")
CSS = "text/css; charset=utf-8"
FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/colours.css": ("colours.css", CSS),
    "/school.css": ("school.css", CSS),
    "/school.js": ("school.js", "text/javascript; charset=utf-8"),
}
POLICY = Template(
    "default-src 'none'; style-src 'self'; script-src 'self' $chat; frame-src $chat; connect-src $chat; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class School(ThreadingHTTPServer):
    """Serves ``origin``; ``chat`` is where the installation is found. Raises ``OSError`` when the port is taken."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, origin: str, chat: str) -> None:
        self.chat = chat
        parts = urlsplit(origin)
        super().__init__((parts.hostname, parts.port), Page)


class Page(BaseHTTPRequestHandler):
    """Answers one request."""

    server: School

    def do_GET(self) -> None:
        """Send one of the files, with the address of the chat filled in."""
        name, kind = FILES.get(self.path.partition("?")[0], (None, ""))
        if name is None:
            self.send_error(404)
            return
        body = Template((FOLDER / name).read_text(encoding="utf-8")).safe_substitute(chat=self.server.chat).encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY.substitute(chat=self.server.chat))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
