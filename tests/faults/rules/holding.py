"""A conversation has one counsellor at most, a counsellor no more conversations than their capacity."""

from collections import defaultdict
from collections.abc import Iterator

from tests.faults.final_log import FinalLog
from tests.faults.history import Acceptance, History, Release, Write

Logs = dict[str, FinalLog]


def one_holder(history: History, logs: Logs) -> Iterator[str]:
    """Nobody is paired with a conversation that somebody holds."""
    for name, log in logs.items():
        for paired in log.of_kind("paired"):
            before = log.pairing_before(paired["seq"], or_hand_over=True)
            if not paired.get("rekey") and before is not None and before["kind"] == "paired":
                yield f"entry {paired['seq']} of {name} pairs a conversation that was held"


def accepted_is_paired(history: History, logs: Logs) -> Iterator[str]:
    """Each acknowledged accept has the ``paired`` entry with its key, and no other accept has it too."""
    taken: dict[tuple[str, int], str] = {}
    for accept in history.acceptances:
        other = taken.setdefault((accept.conversation, accept.seq), accept.key_id)
        entry = _entry(logs, accept.conversation, accept.seq)
        if other != accept.key_id or (entry and (entry["kind"], entry.get("key_id")) != ("paired", accept.key_id)):
            yield f"{accept.counsellor} holds {accept.conversation} by entry {accept.seq}, which says otherwise"


def no_stale_epoch(history: History, logs: Logs) -> Iterator[str]:
    """An acknowledged message of a counsellor lies between their ``paired`` and the next holder's."""
    keys = {accept.key_id: accept.counsellor for accept in history.acceptances}
    for write in _counsellors_writes(history, logs):
        paired = logs[write.conversation].pairing_before(write.seq)
        if paired is None or keys.get(paired["key_id"], write.author) != write.author:
            yield f"{write.author} wrote entry {write.seq} of {write.conversation}, which another held"


def nothing_after_letting_go(history: History, logs: Logs) -> Iterator[str]:
    """Whoever handed a conversation over writes nothing more into it, unless they are paired again."""
    let_go: dict[tuple[str, str], list[Release]] = {}
    for release in history.releases:
        let_go.setdefault((release.counsellor, release.conversation), []).append(release)
    for write in _counsellors_writes(history, logs):
        for release in let_go.get((write.author, write.conversation), []):
            if release.seq and write.seq > release.seq and not _paired_between(logs, release, write):
                yield f"{write.author} wrote entry {write.seq} of {write.conversation} after letting go of it"


def within_capacity(history: History, logs: Logs) -> Iterator[str]:
    """At no moment did anyone certainly hold more conversations than their capacity."""
    by_name: dict[str, list[Acceptance]] = {}
    for accept in history.acceptances:
        by_name.setdefault(accept.counsellor, []).append(accept)
    sure_until = _last_signs(history, logs)
    for name, accepts in by_name.items():
        for accept in accepts:
            others = (
                other for other in accepts if other.acked <= accept.began and accept.acked <= sure_until[other.key_id]
            )
            held = {other.conversation for other in others} | {accept.conversation}
            if len(held) > accept.capacity:
                yield f"{name} held {len(held)} conversations at a time"


def rows_within_capacity(history: History, logs: Logs) -> Iterator[str]:
    """No look at the rows gave anyone more conversations than their capacity."""
    crowded = (crowd for crowd in history.crowds if crowd.active > crowd.capacity)
    yield from (f"the rows gave {crowd.staff} {crowd.active} conversations" for crowd in crowded)


def _counsellors_writes(history: History, logs: Logs) -> Iterator[Write]:
    """Return what counsellors were told stands in a log, as far as that log is known."""
    for write in history.writes:
        log = logs.get(write.conversation)
        if write.side == "counsellor" and write.seq is not None and log is not None and log.knows(write.seq):
            yield write


def _entry(logs: Logs, conversation: str, seq: int) -> dict[str, object] | None:
    entries = logs[conversation].entries if conversation in logs else []
    return entries[seq - 1] if seq <= len(entries) else None


def _paired_between(logs: Logs, release: Release, write: Write) -> bool:
    paired = logs[write.conversation].pairing_before(write.seq)
    return paired is not None and paired["seq"] > (release.seq or 0)


def _last_signs(history: History, logs: Logs) -> dict[str, float]:
    """Return until when each pairing, by its key, certainly held: its counsellor's message went through."""
    signs: dict[str, float] = defaultdict(float)
    for write in _counsellors_writes(history, logs):
        newest = logs[write.conversation].pairing_before(write.seq, or_hand_over=True)
        if newest is not None and newest["kind"] == "paired":
            signs[newest["key_id"]] = max(signs[newest["key_id"]], write.began)
    return signs
