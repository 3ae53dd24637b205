"""One open page of a young person, as its handlers are given it."""

from dataclasses import dataclass

from app.domain.errors import Code, Refused
from app.domain.participant import Participant, youth_in


@dataclass(frozen=True, slots=True)
class YouthSocket:
    """One open page. ``connection`` names it in the seat it holds; no conversation before ``join``."""

    sid: str
    municipality_id: str
    connection: str
    conversation_id: str | None

    @property
    def participant(self) -> Participant:
        """The youth this page speaks for. Raises ``E_CONFLICT`` before ``join``."""
        if self.conversation_id is None:
            raise Refused(Code.CONFLICT)
        return youth_in(self.conversation_id)
