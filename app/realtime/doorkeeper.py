"""Who may come in and how often they may ask: counted by bucket and by socket, never by person.

The limits are generous. A class of thirty sits behind one school address, and everybody comes back at once after a
restart; what they stop is one caller who takes the place of all others.
"""

from collections.abc import Callable

from app.domain.errors import Code, Refused
from app.domain.rate import Limiter, Rate, retry_ms
from app.domain.traffic import Traffic
from app.metrics import Metrics

CONNECTIONS = Rate(burst=3000, per_second=50)  # of one bucket
JOINS = Rate(burst=240, per_second=2)  # of one bucket
EVENTS = Rate(burst=60, per_second=20)  # of one socket
FLOOD = Rate(burst=300, per_second=100)  # of one socket, of any kind

# These keep a conversation alive and whole, and are refused only to a flood.
VITAL = frozenset({"heartbeat", "sync"})

MANY_BUCKETS = 20_000
MANY_SOCKETS = 50_000
RESTART_MS = 2000


class Flood(Refused):
    """So much that the socket has to go."""


class Doorkeeper:
    """One for the process, made by the factory. Each instant is in seconds of a steady clock."""

    def __init__(self, traffic: Traffic, metrics: Metrics) -> None:
        self.traffic = traffic
        self.metrics = metrics
        self._connections = Limiter(CONNECTIONS, size=MANY_BUCKETS)
        self._joins = Limiter(JOINS, size=MANY_BUCKETS)
        self._events = Limiter(EVENTS, size=MANY_SOCKETS)
        self._floods = Limiter(FLOOD, size=MANY_SOCKETS)

    def admit(self, bucket: str, now: float) -> None:
        """Let a bucket open one more socket. Raises ``E_DRAINING`` or ``E_RATE``."""
        if self.traffic.is_draining:
            raise Refused(Code.DRAINING, RESTART_MS)
        self._spend(self._connections, bucket, now, "connection")

    def let_pass(self, event: str, sid: str, bucket: Callable[[], str], now: float) -> None:
        """Let a socket ask for something. Raises ``E_DRAINING`` or ``E_RATE``, as ``Flood`` when the socket must go."""
        if self.traffic.is_closed:
            raise Refused(Code.DRAINING, RESTART_MS)
        if wait := self._floods.take(sid, now):
            self.metrics.note_refusal("flood")
            raise Flood(Code.RATE, retry_ms(wait))
        if event not in VITAL:
            self._spend(self._events, sid, now, "event")
        if event == "join":
            self._spend(self._joins, bucket(), now, "join")

    def note_answer(self, event: str, code: str, seconds: float) -> None:
        """Count what a request came to."""
        self.metrics.note_answer(event, code, seconds)
        if code == Code.UNAVAILABLE:
            self.metrics.note_outage()

    def forget(self, sid: str) -> None:
        """Forget a socket that is gone."""
        self._events.forget(sid)
        self._floods.forget(sid)

    def _spend(self, limiter: Limiter, key: str, now: float, what: str) -> None:
        if wait := limiter.take(key, now):
            self.metrics.note_refusal(what)
            raise Refused(Code.RATE, retry_ms(wait))
