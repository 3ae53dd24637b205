"""One door for every event: who are you, what do you want, and an answer in every case."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from flask_socketio import Namespace
from socketio.exceptions import ConnectionRefusedError

from app import clock, output
from app.domain.caller import BUCKET, UNKNOWN
from app.domain.errors import Code, Refused
from app.domain.recipients import Recipient
from app.realtime import farewell, rooms
from app.realtime.doorkeeper import Doorkeeper, Flood
from app.realtime.requests import Request
from app.realtime.strict_packet import MALFORMED

logger = logging.getLogger(__name__)

PROTOCOL_VERSION = 1
RETRY_MS = 1000

Answer = dict[str, Any]


class StrictNamespace(Namespace):  # type: ignore[misc]
    """A namespace whose events stand in one table and whose every request is answered.

    Events are handled below Flask: no request context is made for them. ``admit`` and ``depart`` are the subclass's
    answer to a socket that comes and goes; ``guard`` turns a socket into the caller its handlers are given.
    """

    events: Mapping[str, type[Request]]
    doorkeeper: Doorkeeper  # handed over by the server that the namespace is put into

    def trigger_event(self, event: str, *args: Any) -> Any:
        """Route what the Socket.IO server hands over. Only ``connect`` may raise, and only a refusal."""
        if event == "connect":
            return self._connect(*args)
        if event == "disconnect":
            return self._disconnect(args[0])
        return self._answer(event, *args)

    def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        # An exception of any other kind would be taken for consent further out.
        with self.doorkeeper.traffic:
            refusal = answered(lambda: self._let_in(sid, environ, auth), Code.UNAVAILABLE)
        if not refusal.pop("ok"):
            raise ConnectionRefusedError(refusal["code"], refusal)
        self.server.start_background_task(answered, lambda: self.greet(sid))

    def _let_in(self, sid: str, environ: dict[str, Any], auth: Any) -> Answer:
        self.doorkeeper.admit(environ.get(BUCKET, UNKNOWN), clock.steady())
        return self.admit(sid, environ, auth)

    def _disconnect(self, sid: str) -> None:
        self.doorkeeper.forget(sid)
        # A restart is not an absence: whoever is sent away by it keeps their place and comes back.
        if not self.doorkeeper.traffic.is_draining:
            answered(lambda: self.depart(sid))

    def _answer(self, event: str, sid: str, *payload: Any) -> Answer:
        arrived_at = clock.steady()
        with self.doorkeeper.traffic:
            answer = answered(lambda: self._handle(event, sid, *payload))
        self.doorkeeper.note_answer(event, answer.get("code", "ok"), clock.steady() - arrived_at)
        return answer

    def _handle(self, event: str, sid: str, *payload: Any) -> Answer:
        self._let_pass(event, sid)
        caller = self.guard(sid)
        if event == MALFORMED:
            raise Refused(Code.INVALID)
        kind = self.events.get(event)
        if kind is None:
            raise Refused(Code.UNKNOWN)
        if len(payload) != 1:
            raise Refused(Code.INVALID)
        handler: Callable[[Any, Request], Answer] = getattr(self, f"on_{event}")
        return handler(caller, convert(payload[0], kind))

    def _let_pass(self, event: str, sid: str) -> None:
        try:
            self.doorkeeper.let_pass(event, sid, lambda: self._bucket_of(sid), clock.steady())
        except Flood:
            farewell.say_bye(self.server, self.namespace, sid, Code.RATE)
            farewell.hang_up(self.server, self.server.manager.eio_sid_from_sid(sid, self.namespace))
            raise

    def _bucket_of(self, sid: str) -> str:
        environ: dict[str, Any] = self.server.get_environ(sid, self.namespace) or {}
        bucket: str = environ.get(BUCKET, UNKNOWN)
        return bucket

    def admit(self, sid: str, environ: dict[str, Any], auth: Any) -> Answer:
        """Let a socket in or raise ``Refused``."""
        raise NotImplementedError

    def greet(self, sid: str) -> Answer:
        """Send a socket the levels it needs, once its client knows it is connected."""
        raise NotImplementedError

    def depart(self, sid: str) -> Answer:
        """Note that a socket is gone."""
        raise NotImplementedError

    def guard(self, sid: str) -> Any:
        """Return the caller behind a socket or raise ``Refused``."""
        raise NotImplementedError

    def enter(self, sid: str, *recipients: Recipient) -> None:
        """Let a socket hear what is announced to these recipients."""
        for recipient in recipients:
            self.server.enter_room(sid, rooms.place_of(recipient)[1], namespace=self.namespace)

    def tell(self, sid: str, event: str, payload: dict[str, Any]) -> None:
        """Send one socket an event."""
        self.server.emit(event, payload, to=sid, namespace=self.namespace)

    def is_alone(self, sid: str, recipient: Recipient) -> bool:
        """Say whether no other socket of this process hears what is announced to a recipient."""
        room = rooms.place_of(recipient)[1]
        return all(other == sid for other, _ in self.server.manager.get_participants(self.namespace, room))


def convert(payload: Any, kind: type[Any]) -> Any:
    """Return a payload as its strict type. Raises ``E_INVALID`` and never repeats what was sent."""
    try:
        return msgspec.convert(payload, kind, strict=True)
    except msgspec.ValidationError:
        raise Refused(Code.INVALID) from None


def require_version(version: int) -> None:
    """Raise ``E_VERSION`` for a client of another protocol."""
    if version != PROTOCOL_VERSION:
        raise Refused(Code.VERSION)


def answered(handle: Callable[[], Answer | None], unexpected: Code = Code.INTERNAL) -> Answer:
    """Run a handler and turn whatever comes of it into an ack."""
    try:
        return {"ok": True, **(handle() or {})}
    except Refused as refusal:
        return _refusal(refusal)
    except Exception as error:  # noqa: BLE001 - the client must hear something, and must not hear this
        logger.error("A request failed: %s", output.kind_and_place(error))
        return _refusal(Refused(unexpected, RETRY_MS))


def _refusal(refusal: Refused) -> Answer:
    answer: Answer = {"ok": False, "code": refusal.code.value}
    return answer if refusal.retry_ms is None else {**answer, "retry_ms": refusal.retry_ms}
