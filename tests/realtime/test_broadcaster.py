"""Announcing: a push is a hint, and the write that it tells of is committed already."""

from typing import Any

from app.domain.events import Announcement, Typing
from app.domain.recipients import Youth
from app.persistence.database import Database
from app.realtime.broadcaster import Broadcaster


class Ear:
    """Stands where the Socket.IO server stands, and notes what every room is sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    def emit(self, name: str, payload: dict[str, Any], *, to: str, namespace: str) -> None:
        self.sent.append((to, name))

    def sleep(self, seconds: float) -> None:
        """Nothing here takes time."""


def test_an_announcement_that_fails_takes_nothing_back_and_stops_no_other(database: Database, caplog) -> None:
    ear = Ear()
    untellable = Announcement("what the wire has no words for", (Youth("noor"),))
    Broadcaster(ear, database).publish([untellable, Announcement(Typing("noor", True), (Youth("noor"),))])
    assert ear.sent == [("conversation:noor", "typing")]
    assert "noor" not in caplog.text
