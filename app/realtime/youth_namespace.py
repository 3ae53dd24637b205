"""``/youth``: what a young person's page can ask."""

from typing import Any

from app import clock
from app.domain.conversation import EndReason
from app.domain.errors import Code, Refused
from app.domain.identifiers import new_id
from app.domain.recipients import Pages, Youth
from app.persistence import municipalities
from app.persistence.database import Database
from app.persistence.unit_of_work import Session
from app.realtime import rooms, wire
from app.realtime.requests import Read, Send, Sync, Typing
from app.realtime.strict_namespace import Answer, StrictNamespace, convert, require_version
from app.realtime.youth_requests import YOUTH_EVENTS, Join, Leave, Seal, YouthAuth, YouthHeartbeat
from app.realtime.youth_socket import YouthSocket
from app.services import (
    availability,
    conversations,
    ending,
    erasure,
    heartbeats,
    messages,
    peers,
    reading,
    sealed_keys,
    seats,
    sync,
    typing,
    waiting_line,
)


class YouthNamespace(StrictNamespace):
    """Every page is bound to one municipality at connect and to at most one conversation, for as long as it lives."""

    events = YOUTH_EVENTS

    def __init__(self, database: Database) -> None:
        super().__init__(rooms.YOUTH)
        self.database = database

    def admit(self, sid: str, environ: dict[str, Any], auth: Any) -> Answer:
        request: YouthAuth = convert(auth, YouthAuth)
        require_version(request.v)
        with self.database.read() as session:
            municipality = municipalities.find_by_slug(session, request.municipality)
            if municipality is None:
                raise Refused(Code.FORBIDDEN)
            resumed = request.resume and conversations.find_to_resume(session, municipality.id, request.resume)
            socket = YouthSocket(sid, municipality.id, new_id(), resumed.id if resumed else None)
        self._remember(socket)
        if socket.conversation_id is not None:
            with self.database.write() as work:
                seats.take(work, socket.municipality_id, socket.conversation_id, socket.connection, clock.now())
        return {}

    def greet(self, sid: str) -> Answer:
        caller = self.guard(sid)
        with self.database.read() as session:
            level = availability.announced(session, caller.municipality_id)
            place = waiting_line.position_if_waiting(session, caller.conversation_id, clock.now())
            peer = peers.of_counsellor_if_active(session, caller.conversation_id)
        self.tell(sid, "availability", wire.availability(level))
        if place is not None:
            self.tell(sid, "position", wire.position(place))
        if peer is not None:
            self.tell(sid, "peer", wire.peer(peer))
        return {}

    def depart(self, sid: str) -> Answer:
        caller = self.guard(sid)
        # Another open page of the same youth keeps the seat with its next heartbeat.
        if caller.conversation_id is not None and self.is_alone(sid, Youth(caller.conversation_id)):
            with self.database.write() as work:
                seats.leave(work, caller.municipality_id, caller.conversation_id, caller.connection, clock.now())
        return {}

    def guard(self, sid: str) -> YouthSocket:
        session = self.server.get_session(sid, namespace=self.namespace)
        if "socket" not in session:
            raise Refused(Code.AUTH)
        socket: YouthSocket = session["socket"]
        return socket

    def on_join(self, caller: YouthSocket, request: Join) -> Answer:
        with self.database.write() as work:
            joined = conversations.join(
                work,
                caller.municipality_id,
                cid=request.cid,
                resume=request.resume,
                connection=caller.connection,
                urgent=request.urgent,
                language=request.language,
                now=clock.now(),
            )
            if self._is_bound_elsewhere(work.session, caller, joined.conversation_id):
                raise Refused(Code.CONFLICT)
            # Before the commit, so that no announcement is missed; a room in which nobody speaks is harmless.
            self.enter(caller.sid, Youth(joined.conversation_id))
        self._remember(YouthSocket(caller.sid, caller.municipality_id, caller.connection, joined.conversation_id))
        place = wire.position(joined.position) if joined.position else None
        return {"conversation": joined.conversation_id, "seq": joined.seq, "position": place}

    def on_send(self, caller: YouthSocket, request: Send) -> Answer:
        with self.database.write() as work:
            written = messages.post(work, caller.participant, cid=request.cid, body=request.body)
        return {"seq": written.seq, "dup": written.dup}

    def on_seal(self, caller: YouthSocket, request: Seal) -> Answer:
        with self.database.write() as work:
            written = sealed_keys.seal(
                work,
                caller.participant,
                cid=request.cid,
                key_id=request.key_id,
                enc=request.enc,
                sealed=request.sealed,
            )
        return {"seq": written.seq, "dup": written.dup}

    def on_sync(self, caller: YouthSocket, request: Sync) -> Answer:
        with self.database.read() as session:
            synced = sync.read_after(session, caller.participant, after=request.after, limit=request.limit)
        self._confirm(caller, request.after, synced.confirms_end)
        return wire.synced(synced)

    def on_heartbeat(self, caller: YouthSocket, request: YouthHeartbeat) -> Answer:
        with self.database.read() as session:
            version = availability.announced(session, caller.municipality_id).version
            if caller.conversation_id is None:
                return {"last": 0, "availability_v": version}
            pulse = heartbeats.youth_pulse(session, caller.participant, request.after, clock.now())
        self._confirm(caller, request.after, pulse.confirms_end)
        if pulse.seat_is_due and not pulse.confirms_end:
            with self.database.write() as work:
                # Asked again: a write may have waited for its turn.
                now = clock.now()
                heartbeats.renew_seat(work, caller.municipality_id, caller.participant, caller.connection, now)
        return {"last": pulse.last, "availability_v": version}

    def on_typing(self, caller: YouthSocket, request: Typing) -> Answer:
        with self.database.read() as session:
            news = typing.news(session, caller.participant, on=request.on)
        self.database.publish(news)
        return {}

    def on_read(self, caller: YouthSocket, request: Read) -> Answer:
        with self.database.write() as work:
            reading.read_up_to(work, caller.participant, request.seq)
        return {}

    def on_leave(self, caller: YouthSocket, request: Leave) -> Answer:
        with self.database.write() as work:
            reason = EndReason(request.reason)
            seq = ending.end(work, caller.participant, cid=request.cid, reason=reason, now=clock.now())
        return {"seq": seq}

    def _is_bound_elsewhere(self, session: Session, caller: YouthSocket, conversation_id: str) -> bool:
        """Say whether this page speaks for another conversation that still exists."""
        bound = caller.conversation_id
        return bound not in {None, conversation_id} and conversations.exists(session, bound)

    def _confirm(self, caller: YouthSocket, after: int, confirms_end: bool) -> None:
        if confirms_end:
            with self.database.write() as work:
                erasure.confirm(work, caller.participant, after)

    def _remember(self, socket: YouthSocket) -> None:
        self.enter(socket.sid, Pages(socket.municipality_id))
        if socket.conversation_id is not None:
            self.enter(socket.sid, Youth(socket.conversation_id))
        self.server.save_session(socket.sid, {"socket": socket}, namespace=self.namespace)
