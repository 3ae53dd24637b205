"""One open console, as its handlers are given it."""

from dataclasses import dataclass

from app.domain.participant import Participant, counsellor_in


@dataclass(frozen=True, slots=True)
class ConsoleSocket:
    """Who sits at it, under which sign-in, and for which municipality; ``console`` is what makes it the newest."""

    sid: str
    console: str
    staff_id: str
    staff_session_id: str
    municipality_id: str
    municipality_slug: str

    def participant(self, conversation_id: str) -> Participant:
        """Return the caller as the counsellor of a conversation; the service checks whether that is true."""
        return counsellor_in(conversation_id, self.staff_id)
