"""What a console asks about one conversation, which must be its counsellor's own."""

from app import clock
from app.domain.conversation import EndReason
from app.persistence.database import Database
from app.realtime import wire
from app.realtime.console_socket import ConsoleSocket
from app.realtime.counsellor_requests import (
    CounsellorRead,
    CounsellorSend,
    CounsellorSync,
    CounsellorTyping,
    End,
    Rekey,
)
from app.realtime.strict_namespace import Answer
from app.services import ending, erasure, messages, reading, rekeying, sync, typing


class ConversationEvents:
    """Part of the namespace ``/counsellor``."""

    database: Database

    def on_send(self, caller: ConsoleSocket, request: CounsellorSend) -> Answer:
        with self.database.write() as work:
            who = caller.participant(request.conversation)
            written = messages.post(work, who, cid=request.cid, body=request.body)
        return {"seq": written.seq, "dup": written.dup}

    def on_sync(self, caller: ConsoleSocket, request: CounsellorSync) -> Answer:
        who = caller.participant(request.conversation)
        with self.database.read() as session:
            synced = sync.read_after(session, who, after=request.after, limit=request.limit)
        if synced.confirms_end:
            with self.database.write() as work:
                erasure.confirm(work, who, request.after)
        return wire.synced(synced)

    def on_typing(self, caller: ConsoleSocket, request: CounsellorTyping) -> Answer:
        with self.database.read() as session:
            news = typing.news(session, caller.participant(request.conversation), on=request.on)
        self.database.publish(news)
        return {}

    def on_read(self, caller: ConsoleSocket, request: CounsellorRead) -> Answer:
        with self.database.write() as work:
            reading.read_up_to(work, caller.participant(request.conversation), request.seq)
        return {}

    def on_rekey(self, caller: ConsoleSocket, request: Rekey) -> Answer:
        with self.database.write() as work:
            written = rekeying.rekey(
                work,
                caller.participant(request.conversation),
                cid=request.cid,
                key_id=request.key_id,
                public_key=request.public_key,
            )
        return {"seq": written.seq}

    def on_end(self, caller: ConsoleSocket, request: End) -> Answer:
        who, reason = caller.participant(request.conversation), EndReason(request.reason)
        with self.database.write() as work:
            seq = ending.end(work, who, cid=request.cid, reason=reason, now=clock.now())
        return {"seq": seq}
