"""``wsgi.py`` with a tripwire: a greenlet that lets go of the loop between BEGIN and COMMIT ends the process."""

import os
import sys
import warnings

warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")  # as in wsgi.py
import eventlet  # noqa: E402

eventlet.monkey_patch()

import greenlet  # noqa: E402

import wsgi  # noqa: E402
from app.persistence import write_window  # noqa: E402


def watch(occasion: str, parties: tuple[greenlet.greenlet, greenlet.greenlet]) -> None:
    """Look at every switch, in the context of the greenlet that is being left."""
    origin, _ = parties
    context = origin.gr_context
    if context is not None and context.get(write_window._in_window):
        sys.stderr.write("A greenlet switched inside a write transaction.\n")
        sys.stderr.flush()
        os._exit(70)


greenlet.settrace(watch)
wsgi.main()
