"""Carries committed announcements to exactly the people concerned."""

import logging
from collections.abc import Callable, Sequence

from socketio import Server

from app.domain.events import Announcement, Farewell, LineMoved
from app.domain.recipients import Everyone
from app.persistence.database import Database
from app.realtime import rooms, wire
from app.realtime.line_teller import LineTeller

logger = logging.getLogger(__name__)


class Broadcaster:
    """Speaks after the commit. A push is a hint: what fails here is healed by the next sync, and undoes no write."""

    def __init__(self, server: Server, database: Database) -> None:
        self._server = server
        self._lines = LineTeller(database, tell=self.publish, spawn=self._beside, sleep=server.sleep)

    def publish(self, announcements: Sequence[Announcement]) -> None:
        """Emit every announcement to its recipients, in order."""
        for announcement in announcements:
            try:
                self._pass_on(announcement)
            except Exception as error:  # noqa: BLE001 - the write is committed; nothing here may take it back
                logger.error("An announcement was not delivered: %s", type(error).__name__)

    def _pass_on(self, announcement: Announcement) -> None:
        for recipient in announcement.recipients:
            if isinstance(announcement.event, LineMoved) and isinstance(recipient, Everyone):
                self._lines.moved(recipient.municipality_id)
                continue
            namespace, room = rooms.place_of(recipient)
            name, payload = wire.frame(announcement.event, recipient)
            self._server.emit(name, payload, to=room, namespace=namespace)
            if isinstance(announcement.event, Farewell):
                self._disconnect(namespace, room)

    def _disconnect(self, namespace: str, room: str) -> None:
        for sid, _ in list(self._server.manager.get_participants(namespace, room)):
            self._server.disconnect(sid, namespace=namespace)

    def _beside(self, task: Callable[[str], None], municipality_id: str) -> None:
        self._server.start_background_task(attempt, task, municipality_id)


def attempt(task: Callable[[str], None], municipality_id: str) -> None:
    """Look at a line until nothing moves in it."""
    try:
        task(municipality_id)
    except Exception as error:  # noqa: BLE001 - a task of its own has nobody else to tell
        logger.error("A line was not told: %s", type(error).__name__)
