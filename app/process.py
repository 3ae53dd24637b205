"""What the operating system and the interpreter are told about this process: signals, descriptors, the collector."""

import gc
import os
import resource
import signal
import sys
from collections.abc import Callable

MAX_CONNECTIONS = 20_000
SPARE_DESCRIPTORS = 200
DRAIN_DEADLINE = 15  # seconds


def listen_for_the_end() -> Callable[[], bool]:
    """Take SIGTERM and SIGINT; returns what says whether one has come.

    The handler may run in the middle of anything, a write transaction included, so it only takes a note. It also sets
    an alarm that the kernel keeps, whatever state this process is in by then. A second signal ends it at once.
    """
    heard: list[int] = []

    def note(number: int, frame: object) -> None:
        if heard:
            os._exit(128 + number)
        heard.append(number)
        signal.alarm(DRAIN_DEADLINE)

    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, note)
    return lambda: bool(heard)


def room_for_connections() -> int:
    """Raise the limit of open files as far as allowed, and never accept more connections than fit under it."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MAX_CONNECTIONS + SPARE_DESCRIPTORS
    limit = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    if limit <= SPARE_DESCRIPTORS:
        sys.exit(f"Lyttepunkt cannot start: only {limit} files may be open (see ulimit -n).")
    return limit - SPARE_DESCRIPTORS


def leave_what_exists_alone() -> None:
    """Keep the collector from going through everything that was imported, again and again (docs/decisions/0009)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 100)
