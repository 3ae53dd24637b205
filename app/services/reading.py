"""Reading: how far each side has seen the log. It only grows, and it is told to the other side."""

from app.domain.conversation import Side
from app.domain.events import ReadUpTo
from app.domain.participant import Participant
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import UnitOfWork
from app.services import log, participation


def read_up_to(work: UnitOfWork, who: Participant, seq: int) -> None:
    """Note what a participant has seen; a number beyond the log counts as all of it. Raises what a sync raises."""
    conversation = participation.held_for_writing(work, who)
    seen = min(seq, conversation.last_seq)
    if seen <= seen_by(conversation, who.side):
        return
    if who.side is Side.YOUTH:
        conversation.read_by_youth = seen
    else:
        conversation.read_by_counsellor = seen
    work.announce(ReadUpTo(conversation.id, seen), *log.other_side(conversation, who.side))


def seen_by(conversation: Conversation, side: Side) -> int:
    """Return how far a side has seen."""
    return conversation.read_by_youth if side is Side.YOUTH else conversation.read_by_counsellor
