"""The cast on a fresh database, and the steps that many stories begin with."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from app.background.ticker import tick
from app.clock import Clock
from app.domain.conversation import EndReason
from app.domain.duty import DutyState
from app.domain.events import Announcement
from app.domain.identifiers import new_id, new_secret
from app.domain.participant import Participant, counsellor_in, youth_in
from app.persistence import conversations as conversation_rows
from app.persistence import last_runs, log_entries
from app.persistence.conversations import Conversation
from app.persistence.database import Database
from app.persistence.log_entries import LogEntryRow
from app.services import conversations, duties, ending, handing_over, heartbeats, messages, pairing, waiting_line
from app.services.log import Written
from tests import cast as casting
from tests.cast import Cast, Member

# Two signs of life in every lease.
STEP = timedelta(seconds=15)

START = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


class Evening:
    """One evening in one municipality, told with a clock that moves only when a test says so."""

    def __init__(self, database: Database, cast: Cast) -> None:
        self.database = database
        self.cast = cast
        self.now = START
        self.clock = Clock(lambda: self.now)
        database.era = self.clock.era
        self.heard: list[Announcement] = []
        database.publish = self.heard.extend

    def pass_time(self, **duration: float) -> None:
        """Let time go by."""
        self.now += timedelta(**duration)

    def goes_on_duty(
        self,
        member: Member,
        *,
        capacity: int = 1,
        state: DutyState = DutyState.ON,
        municipalities: Sequence[str] = (),
    ) -> None:
        """Put someone on duty in their municipality, or in others."""
        home = self.cast.neighbour_id if member == self.cast.charlie else self.cast.municipality_id
        with self.database.write() as work:
            duties.set_duty(
                work, member.id, state=state, capacity=capacity, municipality_ids=municipalities or [home], now=self.now
            )

    def joins(
        self, *, urgent: bool = False, cid: str | None = None, resume: str | None = None, at: str | None = None
    ) -> Participant:
        """Let a youth take a place in the line, here or at another municipality."""
        with self.database.write() as work:
            joined = conversations.join(
                work,
                at or self.cast.municipality_id,
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
        with self.database.write() as work:
            accepted = pairing.accept(
                work,
                member.id,
                cid=cid or new_id(),
                key_id=key,
                public_key="B" * 87,
                named=named,
                now=self.now,
            )
        return accepted.conversation_id

    def hands_over(self, member: Member, youth: Participant, *, to: str, cid: str | None = None) -> int:
        """Let a counsellor hand a conversation to the line or to a colleague's id."""
        with self.database.write() as work:
            return handing_over.hand_over(
                work, member.id, youth.conversation_id, cid=cid or new_id(), to=to, now=self.now
            )

    def posts(self, who: Participant, *, cid: str | None = None) -> Written:
        """Let one side write."""
        with self.database.write() as work:
            return messages.post(work, who, cid=cid or new_id(), body="sealed")

    def ends(self, who: Participant, *, reason: EndReason = EndReason.DONE, cid: str | None = None) -> int:
        """Let one side end it."""
        with self.database.write() as work:
            return ending.end(work, who, cid=cid or new_id(), reason=reason, now=self.now)

    def heartbeat(self, *members: Member, after: Mapping[str, int] | None = None) -> None:
        """Let consoles say that they are there."""
        for member in members:
            with self.database.write() as work:
                heartbeats.counsellor_pulse(work, member.id, "no sign-in", after or {}, self.now)

    def youth_heartbeat(self, youth: Participant) -> None:
        """Let a page say that it is there."""
        with self.database.write() as work:
            heartbeats.renew_seat(work, self.cast.municipality_id, youth, "page", self.now)

    def goes_on(self, *, seconds: int, speaking: Sequence[Member] = (), awake: Sequence[Participant] = ()) -> None:
        """Let time go by in which only these consoles and pages give signs of life, and the ticker runs."""
        until = self.now + timedelta(seconds=seconds)
        while self.now < until:
            self.now = min(until, self.now + STEP)
            self.heartbeat(*speaking)
            for youth in awake:
                self.youth_heartbeat(youth)
            self.upkeep_runs()

    def row(self, youth: Participant) -> Conversation | None:
        """Return a conversation's row, or None when it is erased."""
        with self.database.read() as session:
            return conversation_rows.find(session, youth.conversation_id)

    def entries(self, youth: Participant) -> list[LogEntryRow]:
        """Return a conversation's log."""
        with self.database.read() as session:
            return list(log_entries.after(session, youth.conversation_id, 0, 200))

    def upkeep_runs(self) -> None:
        """Let the ticker do what is due; it has been running all the time."""
        with self.database.write() as work:
            last_runs.lock(work.session, self.now).ended_at = self.now
        tick(self.database, self.now, self.clock)

    def everything_stood_still(self, **duration: float) -> None:
        """Let time go by in which not even the ticker ran, and then its first run."""
        tick(self.database, self.now, self.clock)
        self.pass_time(**duration)
        tick(self.database, self.now, self.clock)

    def told_of_the_line(self) -> list[Announcement]:
        """Return what the line's picture would tell someone who was told nothing yet."""
        with self.database.read() as session:
            line = waiting_line.line_of(session, self.cast.municipality_id, self.now)
        return waiting_line.news(line, None)


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
