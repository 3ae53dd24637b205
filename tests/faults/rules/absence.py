"""Absence is not downtime: nobody loses a conversation but who let go of it, or was really gone."""

from collections import defaultdict
from collections.abc import Iterator
from math import inf

from tests.faults.final_log import FinalLog
from tests.faults.history import History, Write

Logs = dict[str, FinalLog]

BY_TIME = frozenset({"timeout", "closed"})


def nobody_is_given_up_without_reason(history: History, logs: Logs) -> Iterator[str]:
    """Each hand-over was asked for by the holder, or the holder was away when it came."""
    keys = {accept.key_id: accept.counsellor for accept in history.acceptances}
    let_go = {(release.conversation, release.seq) for release in history.releases}
    writes: dict[str, list[Write]] = defaultdict(list)
    for write in history.writes:
        writes[write.conversation].append(write)
    for name, log in logs.items():
        for entry in log.of_kind("handed_over"):
            paired = log.pairing_before(entry["seq"])
            holder = keys.get(paired["key_id"]) if paired else None
            was_asked_for = {(name, entry["seq"]), (name, None)} & let_go
            if not was_asked_for and not _was_away(history, holder, *_moment_of(entry["seq"], writes[name])):
                yield f"{holder} lost {name} by entry {entry['seq']}"


def no_conversation_runs_out(history: History, logs: Logs) -> Iterator[str]:
    """No evening of ours is long enough for time to end a conversation."""
    for name, log in logs.items():
        yield from (f"{name} ended by {end['reason']}" for end in log.of_kind("ended") if end["reason"] in BY_TIME)


def _moment_of(seq: int, writes: list[Write]) -> tuple[float, float]:
    """Return the earliest and the latest moment of an entry, by the messages that stand before and after it."""
    before = [write.began for write in writes if write.seq is not None and write.seq < seq]
    after = [write.acked for write in writes if write.seq is not None and write.seq > seq]
    return max(before, default=0), min(after, default=inf)


def _was_away(history: History, counsellor: str | None, earliest: float, latest: float) -> bool:
    absences = (absence for absence in history.disappearances if absence.counsellor == counsellor)
    return any(absence.since < latest and absence.until > earliest for absence in absences)
