"""Typing: one side writes. Nothing of it is stored, so nothing is written here either."""

from app.domain.conversation import ConversationState
from app.domain.events import Announcement, Typing
from app.domain.participant import Participant
from app.persistence.unit_of_work import Session
from app.services import log, participation


def news(session: Session, who: Participant, *, on: bool) -> list[Announcement]:
    """Return what the other side is told. Raises ``E_EXPIRED``, ``E_NOT_YOURS``."""
    conversation = participation.for_reading(session, who)
    if conversation.state is not ConversationState.ACTIVE:
        return []
    return [Announcement(Typing(conversation.id, on), log.other_side(conversation, who.side))]
