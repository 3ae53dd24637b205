"""``/counsellor``: who may open a console, and that there is one of each counsellor."""

from collections.abc import Callable
from typing import Any

from app import clock
from app.domain.errors import Code, Refused
from app.domain.identifiers import new_id
from app.domain.recipients import Consoles, Counsellor, SignIn
from app.persistence.database import Database
from app.realtime import rooms, wire
from app.realtime.console_socket import ConsoleSocket
from app.realtime.conversation_events import ConversationEvents
from app.realtime.counsellor_requests import COUNSELLOR_EVENTS, CounsellorAuth
from app.realtime.duty_events import DutyEvents
from app.realtime.strict_namespace import Answer, StrictNamespace, convert, require_version
from app.services import availability, sign_in

TokenOf = Callable[[dict[str, Any]], str | None]


class CounsellorNamespace(DutyEvents, ConversationEvents, StrictNamespace):
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
        # Only now, so that this socket is not among the older ones that have just been told to go.
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
        self.tell(sid, "availability", wire.availability(level))
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
            sign_in.require_live(session, socket.staff_session_id, socket.console, clock.now())
        return socket

    def _identify(self, sid: str, token: str | None, request: CounsellorAuth) -> ConsoleSocket:
        """Return who opens this socket. The ticket is used up only if everything else is in order."""
        console = new_id()
        with self.database.write() as work:
            now = clock.now()
            who = sign_in.who_is(work.session, token, now) if token else None
            if who is None:
                raise Refused(Code.AUTH)
            municipality_id = sign_in.municipality_served(work.session, who.staff_id, request.municipality)
            sign_in.redeem_ticket(work, request.ticket, who.session_id, now)
            sign_in.take_console(work, who.staff_id, console)
        return ConsoleSocket(sid, console, who.staff_id, who.session_id, municipality_id, request.municipality)
