"""The real thing: services on a real database, asked as the edges ask them, at the instant of the real clock."""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, update

from app.background import ticker
from app.clock import Clock
from app.domain.availability import AvailabilityState
from app.domain.events import Announcement
from app.domain.identifiers import fingerprint
from app.domain.municipality import Stage
from app.domain.participant import Participant, counsellor_in, youth_in
from app.domain.staff import Role
from app.persistence import last_runs
from app.persistence.availabilities import AnnouncedAvailability
from app.persistence.conversations import Conversation
from app.persistence.database import Database
from app.persistence.duties import Duty, ServedMunicipality
from app.persistence.last_runs import LastRun
from app.persistence.log_entries import LogEntryRow
from app.persistence.pairings import Pairing
from app.persistence.staff_sessions import StaffSession
from app.services import municipalities, sign_in, staff

START = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
OF_AN_EVENING = (Pairing, LogEntryRow, Conversation, ServedMunicipality, Duty, StaffSession, LastRun)
STAFF = {"alex": ("hjem",), "kim": ("hjem",), "jo": ("hjem", "nabo"), "charlie": ("nabo",)}


class Installation:
    """Two municipalities, ``hjem`` and ``nabo``, and their staff by name."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.heard: list[Announcement] = []
        database.publish = self.heard.extend
        self.faults = _Faults()
        self.slugs = {name: self._municipality(name) for name in ("hjem", "nabo")}
        self.staff = {name: self._member(name, Role.COUNSELLOR, served) for name, served in STAFF.items()}
        self.staff["robin"] = self._member("robin", Role.ADMIN, ["hjem"])
        self.names = {id_: name for name, id_ in [*self.slugs.items(), *self.staff.items()]}
        self.begin_evening()

    def begin_evening(self) -> None:
        """Leave nothing of the evening before, and start the server."""
        with self.database.write() as work:
            for table in OF_AN_EVENING:
                work.session.execute(delete(table))
            unstaffed = {"version": 1, "state": AvailabilityState.UNSTAFFED}
            work.session.execute(update(AnnouncedAvailability).values(unstaffed))
        self.wall = START
        self.clock = Clock(lambda: self.wall)
        self.database.era = self.clock.era
        self.heard.clear()
        self.tick()

    @property
    def now(self) -> datetime:
        """The instant that requests go by."""
        return self.clock.now()

    def participant(self, who: str, conversation_id: str) -> Participant:
        """Return who asks: ``youth``, or the name of a counsellor."""
        if who == "youth":
            return youth_in(conversation_id)
        return counsellor_in(conversation_id, self.staff[who])

    def tick(self) -> None:
        """Run the ticker once, as it runs itself; what fails in it is not swallowed here."""
        with self.faults:
            ticker.tick(self.database, self.wall, self.clock)

    def tick_in_vain(self) -> None:
        """Let the ticker have run all the time, and have got no further than to say so."""
        with self.database.write() as work:
            last_runs.lock(work.session, self.wall).ended_at = self.wall
        self.clock.confirm(self.wall)

    def pass_time(self, seconds: int) -> None:
        """Move the machine's clock, also backwards."""
        self.wall += timedelta(seconds=seconds)

    def sign_out(self, name: str) -> None:
        """Let someone sign out."""
        with self.database.write() as work:
            token = sign_in.open_session(work, self.staff[name], self.now)
            sign_in.sign_out(work, fingerprint(token), self.now)

    def _municipality(self, slug: str) -> str:
        with self.database.write() as work:
            return municipalities.add(work, slug, slug, chat_name=slug, stage=Stage.OPEN).id

    def _member(self, name: str, role: Role, served: Iterable[str]) -> str:
        for slug in served:
            with self.database.write() as work:
                municipality_id = self.slugs[slug]
                member = staff.add(work, f"{name}@model.example", "-", municipality_id=municipality_id, role=role).id
        return member


class _Faults(logging.Handler):
    """The ticker outlives anything and only logs it; here a fault is a failure of the test."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def __enter__(self) -> None:
        ticker.logger.addHandler(self)

    def __exit__(self, *error: object) -> None:
        ticker.logger.removeHandler(self)
        assert not self._records, [record.getMessage() for record in self._records]
