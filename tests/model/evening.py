"""Who is there and who waits, in memory: what every part of the model looks at."""

from collections.abc import Iterable, Mapping

from tests.model.conversation import Conversation
from tests.model.duty import Duty
from tests.model.outcome import No

SILENT_AFTER = 30  # seconds, for pages and consoles alike
NO_TICK = 10  # seconds without a tick after which time waits for the next


class Evening:
    """``counsels`` tells in which municipalities each member of the staff is a counsellor."""

    def __init__(self, counsels: Mapping[str, frozenset[str]]) -> None:
        self.counsels = counsels
        self.wall = 0
        self.ticked = 0
        self.duties: dict[str, Duty] = {}
        self.conversations: list[Conversation] = []
        self.joins = 0

    @property
    def now(self) -> int:
        """The instant that requests go by: until a tick has looked, neither an outage nor a step back has happened."""
        return max(self.ticked, min(self.wall, self.ticked + NO_TICK))

    def is_open(self, municipality: str) -> bool:
        """Say whether anyone is on live duty there."""
        return any(duty.is_live(self.now) and municipality in duty.serves for duty in self.duties.values())

    def is_live(self, staff: str, municipality: str) -> bool:
        """Say whether a counsellor is on live duty there."""
        duty = self.duties.get(staff)
        return duty is not None and duty.is_live(self.now) and municipality in duty.serves

    def places_taken(self, staff: str) -> int:
        """Count what is active with someone and what is reserved for them."""
        return len(self.active_of(staff)) + sum(c.reserved_for(self.now) == staff for c in self.conversations)

    def active_of(self, staff: str) -> list[Conversation]:
        """Return a counsellor's running conversations."""
        return [c for c in self.conversations if c.holder == staff and c.state == "active"]

    def line(self, *municipalities: str) -> list[Conversation]:
        """Return who waits there, head first: handed over, then urgent, then in the order of coming."""
        waiting = [c for c in self.conversations if c.state == "waiting" and c.municipality in municipalities]
        return sorted(waiting, key=lambda c: (not c.was_held, not c.urgent, c.number))

    def theirs(self, conversation: Conversation, who: str) -> Conversation:
        """Hold the door of a conversation: it exists, and a counsellor has to hold it."""
        if conversation not in self.conversations:
            raise No("E_EXPIRED")
        if who not in {"youth", conversation.holder}:
            raise No("E_NOT_YOURS")
        return conversation

    def erase(self, conversation: Conversation) -> None:
        """Leave nothing of it."""
        self.conversations.remove(conversation)

    def console_speaks(self, staff: str) -> None:
        """Let the youths of a counsellor know that the console is there."""
        for conversation in self.active_of(staff):
            conversation.counsellor_is_there = True

    def release(self, staff: str, *, but_in: Iterable[str] = ()) -> None:
        """Let everyone take what was kept for someone, except in some municipalities."""
        for conversation in self.conversations:
            if conversation.kept_for == staff and conversation.municipality not in but_in:
                conversation.forget_reservation()


def side_of(who: str) -> str:
    """Return the side of a conversation on which somebody is: there is never more to know about a counsellor."""
    return "youth" if who == "youth" else "counsellor"
