"""Whatever does not say how long it may be kept is kept by nobody, the answers of sockets on polling included."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# A browser would put sealed messages, and addresses with the id of a socket in them, into its cache on the disk.
HEADERS = [
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex"),
]


class NeverKept:
    """WSGI middleware; pages and files, which say it themselves, pass through unchanged."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            says_it = any(name.lower() == "cache-control" for name, _ in headers)
            return start_response(status, headers if says_it else headers + HEADERS, *rest)

        return self._application(environ, start)
