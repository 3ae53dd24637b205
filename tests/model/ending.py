"""Writing, reading, ending and erasure, as docs/protocol.md describes it."""

from tests.model.changing_hands import ChangingHands
from tests.model.conversation import Conversation
from tests.model.evening import side_of
from tests.model.outcome import No

RENEWED_BELOW = 22  # a page that spoke less than 8 s ago costs no write
KEPT_FOR_THE_OTHER_SIDE = 15 * 60
KEPT_AFTER_EXIT = 60


class Ending(ChangingHands):
    """The part of the model that is about one conversation. ``who`` is ``youth`` or the name of a counsellor."""

    def post(self, who: str, conversation: Conversation, cid: str, body: str) -> tuple[int, bool]:
        """Write a message."""
        fact = ("message", side_of(who), cid, body)
        earlier = self.theirs(conversation, who).written(*fact)
        if earlier is not None:
            return earlier, True
        if conversation.state == "ended":
            raise No("E_ENDED")
        return conversation.append(*fact), False

    def read(self, who: str, conversation: Conversation, seq: int) -> None:
        """Have seen everything up to a number."""
        seen = self.theirs(conversation, who).seen
        seen[side_of(who)] = max(seen[side_of(who)], min(seq, conversation.last))

    def sync(self, who: str, conversation: Conversation, after: int) -> tuple[list[int], int, str, int]:
        """Answer the numbers that follow, the last one, the state, and how far the other side has seen."""
        self.theirs(conversation, who)
        other = "counsellor" if who == "youth" else "youth"
        numbers = list(range(after + 1, conversation.last + 1))
        answer = numbers, conversation.last, conversation.state, conversation.seen[other]
        self.confirm(conversation, who, after)
        return answer

    def page_pulse(self, conversation: Conversation, after: int, page: str) -> int:
        """Keep a seat and confirm an end."""
        last = self.theirs(conversation, "youth").last
        self.confirm(conversation, "youth", after)
        if conversation in self.conversations and conversation.seat - self.now < RENEWED_BELOW:
            self.sit(conversation, page)
        return last

    def end(self, who: str, conversation: Conversation, cid: str, reason: str) -> int:
        """End a conversation; what nobody holds has no other side and leaves nothing."""
        self.theirs(conversation, who).written("ended", side_of(who), cid, reason)
        if conversation.state == "ended":
            return next(seq for seq, entry in enumerate(conversation.log, 1) if entry.kind == "ended")
        self.close(conversation, side_of(who), reason, cid)
        if conversation.holder is None:
            self.erase(conversation)
        return conversation.last

    def close(self, conversation: Conversation, side: str, reason: str, cid: str | None = None) -> None:
        """Write the end, after which nothing can be written."""
        conversation.append("ended", side if cid else None, cid, reason)
        conversation.forget_reservation()
        conversation.ended_by = side
        conversation.gone_at = self.now + (KEPT_AFTER_EXIT if reason == "exit" else KEPT_FOR_THE_OTHER_SIDE)

    def confirm(self, conversation: Conversation, who: str, after: int) -> None:
        """Erase a conversation once the other side has seen its end."""
        is_other_side = conversation.ended_by not in {None, side_of(who)}
        if is_other_side and after >= conversation.last:
            self.erase(conversation)
