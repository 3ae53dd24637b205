"""One side of one conversation, as the edges know it: the answer to "who is asking?"."""

from dataclasses import dataclass

from app.domain.conversation import Side


@dataclass(frozen=True, slots=True)
class Participant:
    """A youth by their conversation, a counsellor by their own id as well."""

    conversation_id: str
    side: Side
    staff_id: str | None = None


def youth_in(conversation_id: str) -> Participant:
    """Return the youth of a conversation."""
    return Participant(conversation_id, Side.YOUTH)


def counsellor_in(conversation_id: str, staff_id: str) -> Participant:
    """Return someone who claims to be the counsellor of a conversation."""
    return Participant(conversation_id, Side.COUNSELLOR, staff_id)
