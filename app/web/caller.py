"""The outermost layer: what could tell who calls is turned into a bucket and dropped before anything else runs."""

from typing import TYPE_CHECKING, Any

from app import clock
from app.domain.caller import BUCKET, Buckets, address_behind

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Whatever is not named here does not exist for the application: no address, browser, language or referrer, and no
# header that a browser or proxy may think of next year. ``Sec-WebSocket-Extensions`` is left out as well: compression
# would cost 153 KB of memory a connection.
KEPT = frozenset(
    f"HTTP_{name}"
    for name in (
        *("ACCEPT", "ACCEPT_ENCODING", "AUTHORIZATION", "CONNECTION", "COOKIE", "EXPECT", "HOST", "ORIGIN"),
        *("IF_MODIFIED_SINCE", "IF_NONE_MATCH", "RANGE", "TRANSFER_ENCODING", "UPGRADE", "X_CSRF_TOKEN"),
        *("SEC_WEBSOCKET_KEY", "SEC_WEBSOCKET_VERSION"),
    )
)
# ``headers_raw`` is where eventlet keeps every header a second time.
DROPPED = frozenset({"REMOTE_ADDR", "REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER", "headers_raw"})


class Caller:
    """WSGI middleware; ``trusted_proxies`` is how many of the proxies in front are our own."""

    def __init__(self, application: "WSGIApplication", trusted_proxies: int) -> None:
        self._application = application
        self._trusted_proxies = trusted_proxies
        self._buckets = Buckets()

    def __call__(self, call: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        peer, chain = call.get("REMOTE_ADDR", ""), call.get("HTTP_X_FORWARDED_FOR", "")
        bucket = self._buckets.of(address_behind(self._trusted_proxies, peer, chain), clock.steady())
        # In place: the server itself holds this dictionary for as long as the connection lives.
        for name in [name for name in call if is_telling(name)]:
            del call[name]
        call[BUCKET] = bucket
        return self._application(call, start_response)


def is_telling(name: str) -> bool:
    """Say whether a key of the environment could tell something about who calls."""
    return name in DROPPED or (name.startswith("HTTP_") and name not in KEPT)
