"""Carries committed announcements to exactly the people concerned."""

import logging
from collections.abc import Sequence

from socketio import Server

from app.domain.events import Announcement, SignedOut
from app.realtime import rooms, wire

logger = logging.getLogger(__name__)


class Broadcaster:
    """Speaks after the commit. A push is a hint: what fails here is healed by the next sync, and undoes no write."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def publish(self, announcements: Sequence[Announcement]) -> None:
        """Emit every announcement to its recipients, in order."""
        for announcement in announcements:
            try:
                self._emit(announcement)
            except Exception as error:  # noqa: BLE001 - the write is committed; nothing here may take it back
                logger.error("An announcement was not delivered: %s", type(error).__name__)

    def _emit(self, announcement: Announcement) -> None:
        for recipient in announcement.recipients:
            namespace, room = rooms.place_of(recipient)
            name, payload = wire.frame(announcement.event, recipient)
            self._server.emit(name, payload, to=room, namespace=namespace)
            if isinstance(announcement.event, SignedOut):
                self._disconnect(namespace, room)

    def _disconnect(self, namespace: str, room: str) -> None:
        for sid, _ in list(self._server.manager.get_participants(namespace, room)):
            self._server.disconnect(sid, namespace=namespace)
