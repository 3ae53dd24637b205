"""The window between BEGIN and COMMIT on SQLite, in which nothing may wait.

One writer serves the whole process: whoever waits for a network or a child process while holding the write
transaction stops every conversation. An audit hook of the interpreter makes such a wait an error at once. (A greenlet
that merely lets go of the loop raises no audit event; the test servers watch every switch for that.)
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

WAITS = frozenset(
    {
        "os.system",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendmsg",
        "socket.sendto",
        "subprocess.Popen",
    }
)

_in_window: ContextVar[bool] = ContextVar("in_window", default=False)


class IoInTransaction(RuntimeError):
    """Raised in the place that tried to wait; the transaction rolls back."""


@contextmanager
def no_io() -> Iterator[None]:
    """Forbid every wait until the block ends."""
    token = _in_window.set(True)
    try:
        yield
    finally:
        _in_window.reset(token)


def _refuse_waits(occasion: str, details: tuple[Any, ...]) -> None:
    if occasion in WAITS and _in_window.get():
        raise IoInTransaction(occasion)


sys.addaudithook(_refuse_waits)
