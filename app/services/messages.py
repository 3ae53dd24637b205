"""Messages: sealed bytes from one side to the other."""

from app.domain.log_entry import EntryKind
from app.domain.participant import Participant
from app.persistence.unit_of_work import UnitOfWork
from app.services import log, participation
from app.services.log import Written


def post(work: UnitOfWork, who: Participant, *, cid: str, body: str) -> Written:
    """Append one sealed message (``body`` is base64url; this server cannot read it).

    Raises ``E_EXPIRED``, ``E_NOT_YOURS``, ``E_ENDED``, ``E_CID_REUSE``.
    """
    conversation = participation.held_for_a_message(work, who)
    fields = {"from": who.side.value, "cid": cid, "body": body}
    return log.write_once(work, conversation, EntryKind.MESSAGE, fields, sender=who.side, cid=cid)
