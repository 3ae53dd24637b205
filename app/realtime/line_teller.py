"""Tells of the waiting lines: once for every burst of changes, and only what has become different.

Three hundred who join and leave within a second are one picture for the counsellors and one number for each youth who
moved. What was told last is remembered here, in each process, and may be lost: then everything is told once more.
"""

from collections.abc import Callable, Sequence
from typing import Any

from app import clock
from app.domain.errors import Refused
from app.domain.events import Announcement
from app.domain.waiting_line import Line
from app.persistence.database import Database
from app.services import waiting_line

PAUSE = 0.25  # seconds between two pictures of the same line
RETRY = 2.0

Tell = Callable[[Sequence[Announcement]], None]
Spawn = Callable[..., Any]
Sleep = Callable[[float], None]


class LineTeller:
    """``tell`` takes announcements; ``spawn`` starts a task beside the caller, ``sleep`` pauses it."""

    def __init__(self, database: Database, *, tell: Tell, spawn: Spawn, sleep: Sleep) -> None:
        self._database = database
        self._tell = tell
        self._spawn = spawn
        self._sleep = sleep
        self._told: dict[str, Line] = {}
        self._moved: set[str] = set()
        self._telling: set[str] = set()

    def moved(self, municipality_id: str) -> None:
        """Hear that a line may look different; it is looked at now, or when the pause after the last look is over."""
        self._moved.add(municipality_id)
        if municipality_id not in self._telling:
            self._telling.add(municipality_id)
            self._spawn(self._tell_until_still, municipality_id)

    def _tell_until_still(self, municipality_id: str) -> None:
        try:
            while municipality_id in self._moved:
                self._moved.discard(municipality_id)
                self._look(municipality_id)
                self._sleep(PAUSE)
        finally:
            self._telling.discard(municipality_id)

    def _look(self, municipality_id: str) -> None:
        try:
            with self._database.read() as session:
                line = waiting_line.line_of(session, municipality_id, clock.now())
        except Refused:
            # The database is away; nobody else would look again.
            self._moved.add(municipality_id)
            self._sleep(RETRY)
            return
        told = self._told.get(municipality_id)
        self._told[municipality_id] = line
        self._tell(waiting_line.news(line, told))
