"""Duty and its end, and how a conversation changes hands, as docs/protocol.md describes it."""

from collections.abc import Collection

from tests.model.conversation import Conversation
from tests.model.duty import Duty
from tests.model.evening import SILENT_AFTER
from tests.model.line import Line
from tests.model.outcome import No

RESERVED = 60


class ChangingHands(Line):
    """The part of the model that is about counsellors."""

    def set_duty(self, staff: str, state: str, capacity: int | None, serves: Collection[str]) -> list[str]:
        """Set the level of a duty and return the conversations that someone holds."""
        if not self.counsels[staff].issuperset(serves):
            raise No("E_FORBIDDEN")
        if any(state == "off" or c.municipality not in serves for c in self.active_of(staff)):
            raise No("E_CONFLICT")
        if state == "off":
            self.go(staff)
        else:
            had = self.duties.get(staff)
            room = capacity or (had.capacity if had else 1)
            lease = self.now + SILENT_AFTER
            self.duties[staff] = Duty(state, room, frozenset(serves), max(had.lease, lease) if had else lease)
            self.release(staff, but_in=serves if state == "on" else ())
            self.console_speaks(staff)
        return sorted(c.id for c in self.conversations if c.holder == staff)

    def go(self, staff: str) -> None:
        """Let someone go, off duty or signing out: whatever they hold waits for others."""
        self.duties.pop(staff, None)
        self.release(staff)
        for conversation in self.conversations:
            if conversation.holder == staff and conversation.state != "ended":
                if conversation.state == "active":
                    self.give_up(conversation)
                conversation.holder = None

    def hand_over(self, staff: str, conversation: Conversation, cid: str, to: str) -> int:
        """Give a running conversation to the line, or to a colleague for whom it is kept."""
        if conversation not in self.conversations:
            raise No("E_EXPIRED")
        earlier = conversation.find("counsellor", cid)
        if earlier is not None and conversation.log[earlier - 1].kind == "handed_over":
            return earlier
        self.theirs(conversation, staff).written("handed_over", "counsellor", cid)
        if conversation.state != "active":
            raise No("E_ENDED" if conversation.state == "ended" else "E_CONFLICT")
        if to != "line":
            self.require_room(to, staff, conversation.municipality)
            self.tidy_desk(to)
        seq = self.give_up(conversation, "counsellor", cid)
        conversation.holder = None
        if to != "line":
            conversation.kept_for, conversation.kept_until = to, self.now + RESERVED
        return seq

    def require_room(self, colleague: str, staff: str, municipality: str) -> None:
        """Hold the door of a colleague's desk."""
        if municipality not in self.counsels.get(colleague, ()):
            raise No("E_FORBIDDEN")
        if colleague == staff or not self.is_live(colleague, municipality):
            raise No("E_CONFLICT")
        if self.places_taken(colleague) >= self.duties[colleague].capacity:
            raise No("E_CAPACITY")

    def give_up(self, conversation: Conversation, *by: str) -> int:
        """Put a running conversation at the front; its holder stays until somebody else accepts."""
        conversation.counsellor_is_there = False
        return conversation.append("handed_over", *by)

    def rekey(self, staff: str, conversation: Conversation, cid: str, key: str) -> int:
        """Ask the youth to seal to another key of the same counsellor."""
        fact = ("paired again", "counsellor", cid, key)
        earlier = self.theirs(conversation, staff).written(*fact)
        if earlier is not None:
            return earlier
        if conversation.state != "active":
            raise No("E_ENDED" if conversation.state == "ended" else "E_CONFLICT")
        return conversation.append(*fact)

    def console_pulse(self, staff: str, after: dict[Conversation, int]) -> tuple[dict[str, int], str]:
        """Renew a lease and confirm ends; answer the last number of whatever still is one's own, and the duty."""
        duty = self.duties.get(staff)
        if duty is not None:
            duty.lease = max(duty.lease, self.now + SILENT_AFTER)
            self.console_speaks(staff)
        own = [c for c in after if c in self.conversations and c.holder == staff]
        last = {c.id: c.last for c in own}
        for conversation in own:
            self.confirm(conversation, staff, after[conversation])
        return last, duty.state if duty else "off"

    def confirm(self, conversation: Conversation, who: str, after: int) -> None:
        """Hear how far somebody has the log."""
        raise NotImplementedError
