"""What time alone does, as docs/protocol.md describes it."""

from tests.model.conversation import Conversation
from tests.model.ending import Ending
from tests.model.evening import NO_TICK

VANISHED_AFTER = 90
OVER_AFTER = 120
LONGEST_SLEEP = 30 * 60
LONGEST_CONVERSATION = 12 * 60 * 60


class Model(Ending):
    """The whole page. Time passes when a test says so; it takes effect with a tick."""

    def tick(self) -> None:
        """Undo what an absence would expire, then do what is due."""
        gap = self.wall - self.ticked
        if abs(gap) > NO_TICK:
            self.shift(gap)
        self.ticked = self.wall
        for conversation in list(self.conversations):
            self.look_at(conversation)
        for staff in [staff for staff, duty in self.duties.items() if self.now - duty.lease > OVER_AFTER]:
            del self.duties[staff]
            self.release(staff)

    def shift(self, gap: int) -> None:
        """Move what nobody could renew; a step back also moves the hour at which an ended conversation goes."""
        for duty in self.duties.values():
            duty.lease += gap
        for conversation in self.conversations:
            if conversation.state != "ended":
                conversation.seat += gap
            if conversation.kept_until is not None:
                conversation.kept_until += gap
            if conversation.gone_at is not None:
                conversation.gone_at += min(gap, 0)

    def look_at(self, conversation: Conversation) -> None:
        """Do what is due with one conversation."""
        if conversation.gone_at is not None and conversation.gone_at <= self.now:
            return self.erase(conversation)
        if not conversation.is_connected(self.now):
            conversation.page = None
        if conversation.reserved_for(self.now) is None:
            conversation.forget_reservation()
        if conversation.state != "ended" and self.is_too_late(conversation):
            self.close(conversation, "counsellor", "timeout")
        if conversation.state == "active":
            self.look_for_the_counsellor(conversation)
        return None

    def is_too_late(self, conversation: Conversation) -> bool:
        """Say whether a conversation is over by time."""
        too_long = self.now - conversation.joined >= LONGEST_CONVERSATION
        return too_long or self.now - conversation.seat >= LONGEST_SLEEP

    def look_for_the_counsellor(self, conversation: Conversation) -> None:
        """Tell the youth of a silent console, and let others go on for whoever has vanished."""
        duty = self.duties.get(conversation.holder or "")
        if duty is None or duty.lease <= self.now:
            conversation.counsellor_is_there = False
        if duty is None or self.now - duty.lease >= VANISHED_AFTER:
            self.give_up(conversation)
