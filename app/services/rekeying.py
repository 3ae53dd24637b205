"""Rekeying: a counsellor whose browser lost its key asks the youth to seal to a new one."""

from app.domain.conversation import ConversationState, Side
from app.domain.errors import Code, Refused
from app.domain.log_entry import EntryKind, Fields
from app.domain.participant import Participant
from app.persistence.unit_of_work import UnitOfWork
from app.services import log, participation
from app.services.log import Written


def rekey(work: UnitOfWork, who: Participant, *, cid: str, key_id: str, public_key: str) -> Written:
    """Append a ``paired`` entry with a new key of the same counsellor.

    Raises ``E_CONFLICT`` while the conversation waits for another counsellor, and what a post raises.
    """
    conversation = participation.held_for_writing(work, who)
    fields: Fields = {"key_id": key_id, "public_key": public_key, "rekey": True}
    earlier = log.already_written(work, conversation, EntryKind.PAIRED, fields, sender=Side.COUNSELLOR, cid=cid)
    if earlier is None and conversation.state is ConversationState.WAITING:
        raise Refused(Code.CONFLICT)
    return log.write_once(work, conversation, EntryKind.PAIRED, fields, sender=Side.COUNSELLOR, cid=cid)
