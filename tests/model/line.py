"""Joining the line and being taken from it, as docs/protocol.md describes it."""

from collections.abc import Collection

from tests.model.conversation import Conversation, Entry
from tests.model.evening import SILENT_AFTER, Evening
from tests.model.outcome import No


class Line(Evening):
    """The part of the model that lets youths in and pairs them."""

    def join_before(self, municipality: str, resume: str, cid: str) -> Conversation | None:
        """Return what an earlier try of the same join came to. Without one, the door has to be open."""
        earlier = next((c for c in self.conversations if c.resume == resume), None)
        if earlier is None:
            if not self.is_open(municipality):
                raise No("E_CLOSED")
            return None
        if earlier.municipality != municipality or earlier.find("youth", cid) != 1:
            raise No("E_CID_REUSE")
        return earlier

    def join(self, municipality: str, *, resume: str, cid: str, urgent: bool, page: str) -> Conversation:
        """Take a place at the end of the line; the installation has yet to say under which id."""
        self.joins += 1
        joined = Conversation("", self.joins, municipality, resume, urgent, self.now, [Entry("joined", "youth", cid)])
        self.conversations.append(joined)
        self.sit(joined, page)
        return joined

    def ahead(self, conversation: Conversation) -> int | None:
        """Count who stands before a youth; None for one who does not wait."""
        if conversation.state != "waiting":
            return None
        return self.line(conversation.municipality).index(conversation)

    def sit(self, conversation: Conversation, page: str) -> None:
        """Let a page hold the seat."""
        conversation.page, conversation.seat = page, max(conversation.seat, self.now + SILENT_AFTER)

    def stand_up(self, conversation: Conversation, page: str) -> None:
        """Empty the seat when the very page that holds it is gone."""
        if conversation in self.conversations and conversation.page == page:
            conversation.page, conversation.seat = None, self.now

    def accepted_before(self, staff: str, cid: str, key: str) -> tuple[str, int] | None:
        """Return what an earlier accept under this cid got, whoever holds it by now."""
        for conversation in self.conversations:
            seq = conversation.accepts.get((staff, cid))
            if seq is not None and conversation.log[seq - 1].said != key:
                raise No("E_CID_REUSE")
            if seq is not None:
                return conversation.id, seq
        return None

    def who_is_next(self, staff: str, named: Conversation | None) -> Collection[Conversation]:
        """Return whom a counsellor may be given: one, or several who have waited equally long."""
        duty = self.duties.get(staff)
        if duty is None or not duty.is_live(self.now):
            raise No("E_CONFLICT")
        free = [c for c in self.line(*duty.serves) if c.reserved_for(self.now) in {None, staff}]
        reserved = [c for c in free if c.reserved_for(self.now) == staff]
        found = [named] if named in free else []
        if named is None:
            found = self.heads(reserved or [c for c in free if c.is_connected(self.now)])
        if not set(found) & set(reserved) and self.places_taken(staff) >= duty.capacity:
            raise No("E_CAPACITY")
        if not found:
            raise No("E_CONFLICT" if named else "E_EMPTY")
        return found

    def heads(self, line: list[Conversation]) -> list[Conversation]:
        """Return the first of the line; over several municipalities the longest wait of equal rank decides."""
        equals = [c for c in line if (c.was_held, c.urgent) == (line[0].was_held, line[0].urgent)]
        firsts = {c.municipality: c for c in reversed(equals)}.values()
        return [c for c in firsts if c.joined == min(first.joined for first in firsts)]

    def pair(self, conversation: Conversation, staff: str, cid: str, key: str) -> int:
        """Let a counsellor hold a conversation."""
        self.tidy_desk(staff)
        conversation.forget_reservation()
        conversation.holder, conversation.counsellor_is_there = staff, True
        seq = conversation.append("paired", None, None, key)
        conversation.accepts[staff, cid] = seq
        return seq

    def tidy_desk(self, staff: str) -> None:
        """Let a reservation be over for good: a clock that steps back a little does not bring it back."""
        for conversation in self.conversations:
            if conversation.kept_for == staff and conversation.reserved_for(self.now) is None:
                conversation.forget_reservation()
