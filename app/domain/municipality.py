"""What a municipality may be called in an address, and how public its chat is."""

import re
from enum import StrEnum

# These are the doors of docs/protocol.md that stand beside ``/<municipality>``.
DOORS = frozenset(
    {"admin", "console", "embed", "en", "healthz", "k", "metrics", "readyz", "socket.io", "static", "status"}
)

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


class Stage(StrEnum):
    """How far a municipality has come on its way to the public."""

    PRACTICE = "practice"  # nobody can write yet
    SOFT = "soft"  # reachable by its link only
    OPEN = "open"  # listed on the front page


def slug_is_usable(slug: str) -> bool:
    """Say whether a slug is plain ASCII in lower case and collides with no door."""
    return _SLUG.fullmatch(slug) is not None and slug not in DOORS
