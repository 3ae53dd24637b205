"""What this process writes: a line for what it did or what failed, and nothing of whoever called (docs/privacy.md)."""

import io
import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

FORMAT = "%(levelname)s %(name)s: %(message)s"
OURS = ("app", "lyttepunkt")
# These print addresses, socket ids, payloads and statements, at levels up to ERROR.
LIBRARIES = (
    *("engineio", "engineio.client", "engineio.server", "socketio", "socketio.client", "socketio.server"),
    *("eventlet", "eventlet.wsgi", "werkzeug", "alembic"),
    *("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.orm", "sqlalchemy.pool"),
)
NEVER = logging.CRITICAL + 1

logger = logging.getLogger("lyttepunkt")


def configure() -> None:
    """Decide once, before anything is served, what standard error is given."""
    pin_libraries()
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutMessages(FORMAT))
    handler.addFilter(is_ours)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(True)  # a warning may quote what it is about; "py.warnings" is not one of ours
    sys.excepthook = lambda kind, error, trace: note_failure(error)
    sys.unraisablehook = lambda failed: note_failure(failed.exc_value)
    threading.excepthook = lambda failed: note_failure(failed.exc_value)


def pin_libraries() -> None:
    """Pin the libraries' loggers above everything they print; one that has a level makes no handler of its own."""
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(NEVER)


def is_ours(record: logging.LogRecord) -> bool:
    """Let our own lines through; no library, not even one that comes tomorrow, can say anything at any level."""
    return record.name.partition(".")[0] in OURS


def note_failure(error: BaseException | None) -> None:
    """Log what nobody caught."""
    if error is not None:
        logger.error("Something failed: %s", kind_and_place(error))


def kind_and_place(error: BaseException) -> str:
    """Say what failed and where. The message of an exception may quote what was sent; its place never does."""
    places = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
    return " in ".join([type(error).__name__, *([" > ".join(places)] if places else [])])


class WithoutMessages(logging.Formatter):
    """Writes an exception that hangs on a line as its kind and place."""

    def formatException(self, ei: "tuple[type[BaseException], BaseException, TracebackType | None] | Any") -> str:  # noqa: N802
        """Leave the message out: it may quote what was sent."""
        return kind_and_place(ei[1])


class Nowhere(io.TextIOBase):
    """Where libraries write past every logger, such as an address with each socket that ends badly."""

    def write(self, text: str) -> int:
        """Take it, and keep none of it."""
        return len(text)
