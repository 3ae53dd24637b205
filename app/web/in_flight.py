"""Pages in flight are counted, so that a process that drains finishes them."""

from typing import TYPE_CHECKING, Any

from app.domain.traffic import Traffic

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class InFlight:
    """WSGI middleware around the pages alone: a socket may stay for hours."""

    def __init__(self, application: "WSGIApplication", traffic: Traffic) -> None:
        self._application = application
        self._traffic = traffic

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        with self._traffic:
            return self._application(environ, start_response)
