"""One conversation as docs/protocol.md describes it. Its log says everything, its state included."""

from dataclasses import dataclass, field

from tests.model.outcome import No

NEVER = -(10**9)


@dataclass(frozen=True)
class Entry:
    """One fact of the log; ``said`` is what a retry under the same ``cid`` has to repeat."""

    kind: str
    sender: str | None = None
    cid: str | None = None
    said: str | None = None


@dataclass(eq=False)
class Conversation:
    """Instants are whole seconds of the evening; ``number`` counts the joins of the evening."""

    id: str
    number: int
    municipality: str
    resume: str
    urgent: bool
    joined: int
    log: list[Entry]
    page: str | None = None  # the socket that holds the seat
    seat: int = NEVER  # the page counts as there before this instant
    holder: str | None = None
    counsellor_is_there: bool = False  # what the youth was told
    kept_for: str | None = None
    kept_until: int | None = None
    accepts: dict[tuple[str, str], int] = field(default_factory=dict)  # (staff, cid) to the number of the entry
    seen: dict[str, int] = field(default_factory=lambda: {"youth": 0, "counsellor": 0})
    ended_by: str | None = None
    gone_at: int | None = None

    @property
    def state(self) -> str:
        """The last fact that changed it decides; a counsellor's new key changes nothing."""
        words = {"joined": "waiting", "handed_over": "waiting", "paired": "active", "ended": "ended"}
        return next(words[entry.kind] for entry in reversed(self.log) if entry.kind in words)

    @property
    def last(self) -> int:
        """The number of the newest entry."""
        return len(self.log)

    @property
    def was_held(self) -> bool:
        """Whether somebody has accepted it already."""
        return bool(self.accepts)

    def is_connected(self, now: int) -> bool:
        """Say whether the youth's page is there."""
        return now < self.seat

    def reserved_for(self, now: int) -> str | None:
        """Return the colleague for whom it is kept at this moment."""
        return self.kept_for if self.kept_until is not None and now < self.kept_until else None

    def forget_reservation(self) -> None:
        """Let everyone take it."""
        self.kept_for = self.kept_until = None

    def append(self, *fact: str | None) -> int:
        """Write the next entry and return its number."""
        self.log.append(Entry(*fact))
        return self.last

    def find(self, sender: str, cid: str) -> int | None:
        """Return the number of what a sender wrote under a cid."""
        written = ((entry.sender, entry.cid) for entry in self.log)
        return next((seq for seq, known in enumerate(written, 1) if known == (sender, cid)), None)

    def written(self, *fact: str | None) -> int | None:
        """Return the number under which exactly this is in the log already; the cid of another fact is refused."""
        wanted = Entry(*fact)
        seq = self.find(wanted.sender, wanted.cid)
        if seq is not None and self.log[seq - 1] != wanted:
            raise No("E_CID_REUSE")
        return seq
