"""What a run remembers: every claim the server made to somebody, with the moments around it (monotonic seconds)."""

from dataclasses import dataclass, field
from math import inf

from tests.servers.client import Payload


@dataclass(slots=True)
class Presence:
    """The server had one connection of a client at both of these moments, so it had it between them."""

    since: float
    until: float


@dataclass(slots=True)
class Write:
    """One message; ``seq`` and ``acked`` once the server has said that it stands."""

    author: str
    side: str
    conversation: str
    cid: str
    body: str
    began: float
    seq: int | None = None
    acked: float = inf


@dataclass(slots=True)
class Arrival:
    """One youth in the line."""

    youth: str
    municipality: str
    conversation: str
    urgent: bool
    began: float
    acked: float
    presences: list[Presence]


@dataclass(slots=True)
class Acceptance:
    """A counsellor was told to hold a conversation from entry ``seq`` on. ``named``: they had asked for this one."""

    counsellor: str
    capacity: int
    conversation: str
    key_id: str
    seq: int
    began: float
    acked: float
    named: bool = False


@dataclass(slots=True)
class Release:
    """A counsellor asked to hand a conversation over, and did so by entry ``seq``: None if no answer came, 0 if not."""

    counsellor: str
    conversation: str
    seq: int | None = None


@dataclass(slots=True)
class Disappearance:
    """A counsellor was really gone between these moments."""

    counsellor: str
    since: float
    until: float = inf


@dataclass(slots=True)
class View:
    """What one client has applied of a conversation. ``is_party``: it still took part at the end of the run."""

    viewer: str
    conversation: str
    entries: list[Payload] = field(default_factory=list)
    contradictions: list[Payload] = field(default_factory=list)
    is_party: bool = False

    @property
    def last(self) -> int:
        """The number of the newest applied entry."""
        return len(self.entries)

    @property
    def has_ended(self) -> bool:
        """Whether this client has seen the end."""
        return bool(self.entries) and self.entries[-1]["kind"] == "ended"

    def apply(self, entry: Payload) -> bool:
        """Take an entry if it is the next one, and say whether nothing is missing before it."""
        fact = {name: value for name, value in entry.items() if name != "conversation"}
        if fact["seq"] == self.last + 1:
            self.entries.append(fact)
        elif fact["seq"] <= self.last and self.entries[fact["seq"] - 1] != fact:
            self.contradictions.append(fact)
        return fact["seq"] <= self.last


@dataclass(slots=True)
class Crowd:
    """How many running conversations the rows gave to one counsellor at one moment."""

    staff: str
    capacity: int
    active: int


@dataclass(slots=True)
class History:
    """Everything of one run. ``logs``: the rows at the end, of conversations that still had any."""

    writes: list[Write] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    acceptances: list[Acceptance] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)
    disappearances: list[Disappearance] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    crowds: list[Crowd] = field(default_factory=list)
    logs: dict[str, list[Payload]] = field(default_factory=dict)
