"""First come, first served among those who were there; urgent ones first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from tests.faults.final_log import FinalLog
from tests.faults.history import Acceptance, Arrival, History

Logs = dict[str, FinalLog]


def first_come_first_served(history: History, logs: Logs) -> Iterator[str]:
    """Nobody who certainly waited, connected and never assigned, was passed by someone who certainly came later."""
    arrivals = {arrival.conversation: arrival for arrival in history.arrivals}
    first = _first_acceptances(history)
    lines = _by_municipality(history)
    for accept in first.values():
        taken = arrivals.get(accept.conversation)
        if accept.named or taken is None:
            continue
        for other in (youth for youth in lines[taken.municipality] if _was_before(youth, taken)):
            own = first.get(other.conversation)
            waited = own.began > accept.acked if own else _was_never_paired(other, logs)
            if waited and other.acked < accept.began and _was_there(other, accept):
                yield f"{taken.youth} passed {other.youth} in {taken.municipality}"


def _by_municipality(history: History) -> dict[str, list[Arrival]]:
    lines: dict[str, list[Arrival]] = defaultdict(list)
    for arrival in history.arrivals:
        lines[arrival.municipality].append(arrival)
    return lines


def _first_acceptances(history: History) -> dict[str, Acceptance]:
    """Return the acceptance that ended each youth's first wait."""
    first: dict[str, Acceptance] = {}
    for accept in history.acceptances:
        if accept.conversation not in first or accept.seq < first[accept.conversation].seq:
            first[accept.conversation] = accept
    return first


def _was_before(other: Arrival, taken: Arrival) -> bool:
    if other.urgent != taken.urgent:
        return other.urgent
    return other.acked < taken.began


def _was_never_paired(other: Arrival, logs: Logs) -> bool:
    """Leave out whom somebody took without ever learning of it."""
    return other.conversation not in logs or not logs[other.conversation].of_kind("paired")


def _was_there(other: Arrival, accept: Acceptance) -> bool:
    """Say whether one connection spans the whole of somebody else's accept; they follow each other in time."""
    starts = [presence.since for presence in other.presences]
    index = bisect_left(starts, accept.began) - 1
    return index >= 0 and other.presences[index].until > accept.acked
