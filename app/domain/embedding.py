"""Which pages may hold the chat in a frame: exact origins, spelled as browsers spell them."""

import re
from collections.abc import Sequence

MOST_ORIGINS = 20  # they are all named in one header of every framed page

# What is not matched here could not be compared by a browser, or would mean more in a header than one origin. The last
# part of a name begins with a letter, so that no number is taken for a name: browsers rewrite those.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = rf"(?=.{{1,253}}(?::|\Z))(?:{_LABEL}\.)*(?=[a-z]){_LABEL}"
_PORT = r"(?::([1-9][0-9]{0,4}))?"
_SECURE = re.compile(rf"https://{_NAME}{_PORT}")
_LOOPBACK = re.compile(rf"http://(?:localhost|127\.0\.0\.1){_PORT}")
_DEFAULT_PORTS = {_SECURE: 443, _LOOPBACK: 80}


def is_embedding_origin(origin: str) -> bool:
    """Say whether this is exactly one https origin, or one on this machine, without a path or anything to fill in."""
    for pattern, default_port in _DEFAULT_PORTS.items():
        if found := pattern.fullmatch(origin):
            return _port_is_spelled(found[1], default_port)
    return False


def frame_ancestors(origins: Sequence[str]) -> str:
    """Return what the content security policy says about who may frame a page."""
    return " ".join(origins) or "'none'"


def _port_is_spelled(port: str | None, default: int) -> bool:
    """A browser leaves the usual port out, and so must we, or the two never match."""
    return port is None or (int(port) <= 65535 and int(port) != default)
