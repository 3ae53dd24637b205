"""What is announced, and to whom: nobody hears what does not concern them, and everybody hears the rest in order."""

from typing import Any

from app.domain import events
from app.domain.recipients import Consoles, Counsellor, Everyone, Pages, Youth
from app.domain.waiting_line import Line
from app.persistence.unit_of_work import Session
from app.services import waiting_line
from tests.model.installation import Installation
from tests.model.passing_time import Model


class Ears:
    """Hears every announcement of an installation and remembers what each has been told last."""

    def __init__(self, installation: Installation, model: Model) -> None:
        self.installation = installation
        self.model = model
        self.heard: dict[str, int] = {}  # the last entry that a youth heard of
        self.availability: dict[str, tuple[int, str]] = {}
        self.peers: dict[tuple[object, str], tuple[int, bool | None]] = {}
        self.moved: set[str] = set()
        self.is_news = False
        self.holders: dict[str, set[str | None]] = {}
        self.order: dict[str, list[str]] = {}
        self.versions: dict[str, int] = {}

    def hear(self) -> None:
        """Hear what a request or tick announced. Whoever held a conversation before it or after may hear of it."""
        for conversation in self.model.conversations:
            self.holders.setdefault(conversation.id, set()).add(conversation.holder)
        for announcement in self.installation.heard:
            self._hear(announcement.event, announcement.recipients)
            if isinstance(announcement.event, events.LineMoved):
                self.moved |= {recipient.municipality_id for recipient in announcement.recipients}
        self.is_news = self.is_news or bool(self.installation.heard)
        self.installation.heard.clear()
        self.holders = {c.id: {c.holder} for c in self.model.conversations}

    def look(self, session: Session) -> None:
        """Hold the lines against the model, and what was said of them against how they look."""
        if self.is_news:
            for name, municipality_id in self.installation.slugs.items():
                self._look_at_line(waiting_line.line_of(session, municipality_id, self.installation.now), name)
            self._believe()
        self.is_news = False
        self.moved.clear()

    def _hear(self, event: events.Event, recipients: tuple[Any, ...]) -> None:
        hearing = {
            events.EntryAppended: self._hear_entry,
            events.PeerChanged: self._hear_peer,
            events.ReadUpTo: self._hear_of_conversation,
            events.AvailabilityChanged: self._hear_availability,
            events.WaitingLineChanged: self._hear_line,
            events.DutiesChanged: self._hear_line,
            events.LineMoved: lambda _, to: self._is_about_one_line(to),
            events.SignedOut: lambda _, to: None,
        }
        hearing[type(event)](event, recipients)

    def _hear_entry(self, event: events.EntryAppended, recipients: tuple[Any, ...]) -> None:
        assert Youth(event.conversation_id) in recipients
        assert event.entry.seq == self.heard.get(event.conversation_id, 0) + 1
        self.heard[event.conversation_id] = event.entry.seq
        self._hear_of_conversation(event, recipients)
        if event.entry.kind.value == "handed_over":
            # There is no counsellor of whom anything could be believed, until the next one is there.
            youth = Youth(event.conversation_id)
            self.peers[youth, event.conversation_id] = self.peers[youth, event.conversation_id][0], None
        if event.entry.kind.value == "paired":
            # Whoever takes a conversation has seen in the line whether its page is there.
            self.peers = {key: told for key, told in self.peers.items() if key[0] not in recipients[1:]}

    def _hear_peer(self, event: events.PeerChanged, recipients: tuple[Any, ...]) -> None:
        self._hear_of_conversation(event, recipients)
        (recipient,) = recipients
        version, connected = self.peers.get((recipient, event.conversation_id), (0, None))
        assert event.version > version, "a level was told twice under one version"
        assert event.connected is not connected, "a level was told that had not changed"
        self.peers[recipient, event.conversation_id] = event.version, event.connected

    def _hear_of_conversation(self, event: Any, recipients: tuple[Any, ...]) -> None:
        names = self.installation.staff
        holders = self.holders.get(event.conversation_id, set())
        known = {Counsellor(names[holder]) for holder in holders if holder is not None}
        strangers = set(recipients) - {Youth(event.conversation_id)} - known
        assert not strangers, f"{strangers} heard of a conversation that they do not hold"

    def _hear_availability(self, event: events.AvailabilityChanged, recipients: tuple[Any, ...]) -> None:
        municipality_id = recipients[0].municipality_id
        assert recipients == (Pages(municipality_id), Consoles(municipality_id))
        version, state = self.availability.get(municipality_id, (1, "unstaffed"))
        level = event.availability
        assert level.version > version
        assert level.state.value != state
        self.availability[municipality_id] = level.version, level.state.value

    def _hear_line(self, event: Any, recipients: tuple[Any, ...]) -> None:
        (recipient,) = recipients
        self._is_for_those_who_serve(event.line, recipient)

    def _is_for_those_who_serve(self, line: Line, recipient: Any) -> None:
        duty = self.model.duties[self.installation.names[recipient.staff_id]]
        assert self.installation.names[line.municipality_id] in duty.serves

    def _is_about_one_line(self, recipients: tuple[Any, ...]) -> None:
        (recipient,) = recipients
        assert recipient == Everyone(recipient.municipality_id)

    def _look_at_line(self, line: Line, name: str) -> None:
        expected = self.model.line(name)
        order = [youth.conversation_id for youth in line.waiting]
        assert order == [c.id for c in expected]
        assert order == self.order.get(name, []) or line.municipality_id in self.moved, (
            "a line moved and nobody was told"
        )
        assert line.version > self.versions.get(name, -1) or order == self.order.get(name, []), "a version came twice"
        self.order[name], self.versions[name] = order, line.version
        self._show_each_youth_as_they_are(line)
        self._show_each_counsellor_as_they_are(line, name)
        for announcement in waiting_line.news(line, None):
            youths = {Youth(conversation_id) for conversation_id in order}
            for recipient in set(announcement.recipients) - youths:
                self._is_for_those_who_serve(line, recipient)

    def _show_each_youth_as_they_are(self, line: Line) -> None:
        now, names = self.model.now, self.installation.names
        shown = {y.conversation_id: (y.connected, y.handed_over, names.get(y.reserved_for or "")) for y in line.waiting}
        assert shown == {
            c.id: (c.is_connected(now), c.was_held, c.reserved_for(now))
            for c in self.model.conversations
            if c.id in shown
        }

    def _show_each_counsellor_as_they_are(self, line: Line, name: str) -> None:
        names = self.installation.names
        shown = {names[duty.staff_id]: (duty.is_live, duty.room) for duty in line.duties}
        assert shown == {
            staff: (duty.is_live(self.model.now), max(0, duty.capacity - self.model.places_taken(staff)))
            for staff, duty in self.model.duties.items()
            if name in duty.serves
        }

    def _believe(self) -> None:
        """Hold what each side was told last of the other against what is so."""
        for c in self.model.conversations:
            if c.state == "active":
                told = self.peers[Youth(c.id), c.id][1]
                assert told is c.counsellor_is_there, "the youth believes something else of the counsellor"
            if c.holder is not None:
                counsellor = Counsellor(self.installation.staff[c.holder])
                is_there = c.page is not None
                assert self.peers.get((counsellor, c.id), (0, is_there))[1] == is_there, "the counsellor believes else"
