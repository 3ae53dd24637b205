"""Sealed keys: the conversation key, sealed by the youth's browser to the newest counsellor's public key."""

from app.domain.conversation import Side
from app.domain.errors import Code, Refused
from app.domain.log_entry import EntryKind
from app.domain.participant import Participant
from app.persistence import log_entries
from app.persistence.unit_of_work import UnitOfWork
from app.services import log, participation
from app.services.log import Written


def seal(work: UnitOfWork, who: Participant, *, cid: str, key_id: str, enc: str, sealed: str) -> Written:
    """Append the sealed key for the newest pairing, once.

    Raises ``E_CONFLICT`` when ``key_id`` is not the newest pairing's or is sealed already, and what a post raises.
    """
    conversation = participation.held_for_writing(work, who)
    fields = {"key_id": key_id, "enc": enc, "sealed": sealed}
    earlier = log.already_written(work, conversation, EntryKind.KEY_SEALED, fields, sender=Side.YOUTH, cid=cid)
    if earlier is None and not _is_wanted(work, conversation.id, key_id):
        raise Refused(Code.CONFLICT)
    return log.write_once(work, conversation, EntryKind.KEY_SEALED, fields, sender=Side.YOUTH, cid=cid)


def _is_wanted(work: UnitOfWork, conversation_id: str, key_id: str) -> bool:
    paired = log_entries.newest(work.session, conversation_id, EntryKind.PAIRED)
    sealed = log_entries.newest(work.session, conversation_id, EntryKind.KEY_SEALED)
    is_newest = paired is not None and paired.fields["key_id"] == key_id
    return is_newest and (sealed is None or sealed.fields["key_id"] != key_id)
