"""The cast on a fresh database, and the steps that many stories begin with."""

from datetime import UTC, datetime, timedelta

import pytest

from app.background.ticker import tick
from app.domain.duty import DutyState
from app.domain.events import Announcement
from app.domain.identifiers import new_id, new_secret
from app.domain.participant import Participant, counsellor_in, youth_in
from app.persistence.database import Database
from app.services import conversations, duties, pairing
from tests import cast as casting
from tests.cast import Cast, Member

START = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


class Evening:
    """One evening in one municipality, told with a clock that moves only when a test says so."""

    def __init__(self, database: Database, cast: Cast) -> None:
        self.database = database
        self.cast = cast
        self.now = START
        self.heard: list[Announcement] = []
        database.publish = self.heard.extend

    def pass_time(self, **duration: float) -> None:
        """Let time go by."""
        self.now += timedelta(**duration)

    def goes_on_duty(self, member: Member, *, capacity: int = 1, state: DutyState = DutyState.ON) -> None:
        """Put someone on duty in their municipality."""
        home = self.cast.neighbour_id if member == self.cast.charlie else self.cast.municipality_id
        with self.database.write() as work:
            duties.set_duty(work, member.id, home, state=state, capacity=capacity, now=self.now)

    def joins(self, *, urgent: bool = False, cid: str | None = None, resume: str | None = None) -> Participant:
        """Let a youth take a place in the line."""
        with self.database.write() as work:
            joined = conversations.join(
                work,
                self.cast.municipality_id,
                cid=cid or new_id(),
                resume=resume or new_secret(),
                connection="page",
                urgent=urgent,
                language="da",
                now=self.now,
            )
        return youth_in(joined.conversation_id)

    def accepts(self, member: Member, *, cid: str | None = None, key: str = "key", named: str | None = None) -> str:
        """Let a counsellor take someone, and return the conversation's id."""
        home = self.cast.neighbour_id if member == self.cast.charlie else self.cast.municipality_id
        with self.database.write() as work:
            accepted = pairing.accept(
                work,
                member.id,
                home,
                cid=cid or new_id(),
                key_id=key,
                public_key="B" * 87,
                named=named,
                now=self.now,
            )
        return accepted.conversation_id

    def upkeep_runs(self) -> None:
        """Let the ticker do what is due."""
        tick(self.database, self.now)


@pytest.fixture
def pair(evening: Evening) -> tuple[Participant, Participant]:
    """Noor and Alex in a running conversation."""
    evening.goes_on_duty(evening.cast.alex)
    noor = evening.joins()
    evening.accepts(evening.cast.alex)
    return noor, counsellor_in(noor.conversation_id, evening.cast.alex.id)


@pytest.fixture
def evening(database: Database) -> Evening:
    """An evening on which nobody is on duty yet."""
    return Evening(database, casting.assemble(database, "no password at all"))
