"""``/counsellor``: what a console can ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app import clock
from app.domain.conversation import EndReason
from app.domain.duty import LEASE, DutyState
from app.domain.errors import Code, Refused
from app.domain.events import Consoles, Counsellor, SignIn
from app.domain.participant import Participant, counsellor_in
from app.persistence.conversations import Conversation
from app.persistence.database import Database
from app.realtime import rooms, wire
from app.realtime.requests import (
    COUNSELLOR_EVENTS,
    Accept,
    CounsellorAuth,
    CounsellorHeartbeat,
    CounsellorSend,
    CounsellorSync,
    End,
    SetDuty,
)
from app.realtime.strict_namespace import Answer, StrictNamespace, convert, require_version
from app.services import availability, duties, ending, erasure, heartbeats, messages, pairing, sign_in, sync

TokenOf = Callable[[dict[str, Any]], str | None]

LEASE_MS = int(LEASE.total_seconds() * 1000)


@dataclass(frozen=True, slots=True)
class ConsoleSocket:
    """One open console: who sits at it, under which sign-in, and for which municipality."""

    sid: str
    staff_id: str
    staff_session_id: str
    municipality_id: str
    municipality_slug: str

    def participant(self, conversation_id: str) -> Participant:
        """Return the caller as the counsellor of a conversation; the service checks whether that is true."""
        return counsellor_in(conversation_id, self.staff_id)


class CounsellorNamespace(StrictNamespace):
    """Every socket needs the staff cookie *and* a ticket, and its sign-in is checked again at every request."""

    events = COUNSELLOR_EVENTS

    def __init__(self, database: Database, token_of: TokenOf) -> None:
        super().__init__(rooms.COUNSELLOR)
        self.database = database
        self.token_of = token_of

    def admit(self, sid: str, environ: dict[str, Any], auth: Any) -> Answer:
        request: CounsellorAuth = convert(auth, CounsellorAuth)
        require_version(request.v)
        socket = self._identify(sid, self.token_of(environ), request)
        self.enter(
            sid,
            Counsellor(socket.staff_id),
            Consoles(socket.municipality_id),
            SignIn(socket.staff_session_id),
        )
        self.server.save_session(sid, {"socket": socket}, namespace=self.namespace)
        return {}

    def greet(self, sid: str) -> Answer:
        caller = self.guard(sid)
        with self.database.read() as session:
            level = availability.announced(session, caller.municipality_id)
        self.server.emit("availability", wire.availability(level), to=sid, namespace=self.namespace)
        return {}

    def depart(self, sid: str) -> Answer:
        # The lease decides when a counsellor counts as gone: a reload must not close the chat.
        return {}

    def guard(self, sid: str) -> ConsoleSocket:
        kept = self.server.get_session(sid, namespace=self.namespace)
        if "socket" not in kept:
            raise Refused(Code.AUTH)
        socket: ConsoleSocket = kept["socket"]
        with self.database.read() as session:
            sign_in.require_live(session, socket.staff_session_id, clock.now())
        return socket

    def on_set_duty(self, caller: ConsoleSocket, request: SetDuty) -> Answer:
        if request.municipalities not in (None, [caller.municipality_slug]):
            raise Refused(Code.FORBIDDEN)
        with self.database.write() as work:
            held = duties.set_duty(
                work,
                caller.staff_id,
                caller.municipality_id,
                state=DutyState(request.state),
                capacity=request.capacity,
                now=clock.now(),
            )
            mine = [_summary(conversation, caller) for conversation in held]
        return {"lease_ms": LEASE_MS, "conversations": mine}

    def on_accept(self, caller: ConsoleSocket, request: Accept) -> Answer:
        with self.database.write() as work:
            accepted = pairing.accept(
                work,
                caller.staff_id,
                caller.municipality_id,
                cid=request.cid,
                key_id=request.key_id,
                public_key=request.public_key,
                named=request.conversation,
                now=clock.now(),
            )
        return {"conversation": accepted.conversation_id, "seq": accepted.seq}

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

    def on_heartbeat(self, caller: ConsoleSocket, request: CounsellorHeartbeat) -> Answer:
        now = clock.now()
        with self.database.write() as work:
            last = heartbeats.counsellor_pulse(work, caller.staff_id, caller.staff_session_id, request.after, now)
            version = availability.announced(work.session, caller.municipality_id).version
        return {"last": last, "availability_v": version}

    def on_end(self, caller: ConsoleSocket, request: End) -> Answer:
        with self.database.write() as work:
            seq = ending.end(
                work,
                caller.municipality_id,
                caller.participant(request.conversation),
                cid=request.cid,
                reason=EndReason(request.reason),
                now=clock.now(),
            )
        return {"seq": seq}

    def _identify(self, sid: str, token: str | None, request: CounsellorAuth) -> ConsoleSocket:
        """Return who opens this socket. The ticket is used up only if everything else is in order."""
        now = clock.now()
        with self.database.write() as work:
            who = sign_in.who_is(work.session, token, now) if token else None
            if who is None:
                raise Refused(Code.AUTH)
            municipality_id = sign_in.municipality_served(work.session, who.staff_id, request.municipality)
            sign_in.redeem_ticket(work, request.ticket, who.session_id, now)
        return ConsoleSocket(sid, who.staff_id, who.session_id, municipality_id, request.municipality)


def _summary(conversation: Conversation, caller: ConsoleSocket) -> Answer:
    return {
        "conversation": conversation.id,
        "municipality": caller.municipality_slug,
        "last": conversation.last_seq,
    }
