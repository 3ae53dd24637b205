"""What this process measures about itself: technical figures, and none from which anyone's visit could be read.

There is no count of conversations, of who waits or of who is on duty: a live one would tell a parent that their child
is writing. For the same reason the events that begin and end a conversation are counted together with all rare ones.
"""

from collections import deque
from collections.abc import Callable

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

# When a series was first written is when somebody first did something.
prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]

FREQUENT = frozenset({"heartbeat", "read", "send", "sync", "typing"})
LAG_PAUSE = 0.02  # seconds between two looks at the loop
A_MINUTE_OF_LOOKS = 3000
QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)  # seconds


class Metrics:
    """All figures of one installation, in a registry of their own: the library's default one describes the machine."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = self._counter("requests", "Requests over sockets by event and outcome", "event", "code")
        self._pages = self._counter("pages", "Pages by status", "status")
        self._refusals = self._counter("rate_refusals", "What was refused because it came too often", "what")
        self._outages = self._counter("database_errors", "Requests and pages that the database could not serve")
        self._acks = self._histogram("ack_seconds", "From a request's arrival to its ack", "event")
        self._lag = self._histogram("loop_lag_seconds", "How late the loop woke")
        self._lags: deque[float] = deque(maxlen=A_MINUTE_OF_LOOKS)
        self.gauge("loop_lag_worst_seconds", "The latest wake of about the last minute", self.worst_lag)

    def note_answer(self, event: str, code: str, seconds: float) -> None:
        """Count one request; ``code`` is ``ok`` or the error code of its ack."""
        label = event if event in FREQUENT else "other"
        self._requests.labels(label, code).inc()
        self._acks.labels(label).observe(seconds)

    def note_page(self, status: int) -> None:
        """Count one page by its HTTP status."""
        self._pages.labels(str(status)).inc()

    def note_refusal(self, what: str) -> None:
        """Count one refusal by a rate; ``what`` names the rate."""
        self._refusals.labels(what).inc()

    def note_outage(self) -> None:
        """Count one request or page that the database could not serve."""
        self._outages.inc()

    def note_lag(self, seconds: float) -> None:
        """Note how late the loop woke."""
        self._lag.observe(seconds)
        self._lags.append(seconds)

    def worst_lag(self) -> float:
        """Return how late the loop woke at worst, of the last looks."""
        return max(self._lags, default=0.0)

    def gauge(self, name: str, meaning: str, value: Callable[[], float]) -> None:
        """Add a figure that is looked up when somebody asks."""
        Gauge(f"lyttepunkt_{name}", meaning, registry=self._registry).set_function(value)

    def text(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return prometheus_client.generate_latest(self._registry)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"lyttepunkt_{name}", meaning, labels, registry=self._registry)

    def _histogram(self, name: str, meaning: str, *labels: str) -> Histogram:
        return Histogram(f"lyttepunkt_{name}", meaning, labels, registry=self._registry, buckets=QUICK)
