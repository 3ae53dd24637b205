"""Every acknowledged message stands in the log once, under its number, and in the order of its sender."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.faults.final_log import FinalLog
from tests.faults.history import History

Logs = dict[str, FinalLog]

EMPTY = FinalLog([], is_whole=True)


def acked_stands_once(history: History, logs: Logs) -> Iterator[str]:
    """An acknowledged message has exactly one row with its content, under the number of the ack."""
    standing = {name: Counter(_content(entry) for entry in log.messages()) for name, log in logs.items()}
    for write in history.writes:
        if write.seq is None or not logs.get(write.conversation, EMPTY).knows(write.seq):
            continue
        times = standing.get(write.conversation, Counter())[write.seq, write.side, write.cid, write.body]
        if times != 1:
            yield f"{write.author}'s message {write.cid}, acked as {write.seq}, stands {times} times"


def no_cid_twice(history: History, logs: Logs) -> Iterator[str]:
    """No sender's cid appears twice in a log."""
    for name, log in logs.items():
        names = Counter((entry["from"], entry["cid"]) for entry in log.messages())
        yield from (f"{cid} of the {side} stands {n} times in {name}" for (side, cid), n in names.items() if n > 1)


def no_gap(history: History, logs: Logs) -> Iterator[str]:
    """Entries are numbered 1, 2, 3 …."""
    for name, log in logs.items():
        numbers = [entry["seq"] for entry in log.entries]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"{name} is numbered {numbers}"


def order_of_sending(history: History, logs: Logs) -> Iterator[str]:
    """The messages of one author stand in the order in which they were begun."""
    began = {(write.side, write.cid): write for write in history.writes}
    for name, log in logs.items():
        by_author: dict[str, list[float]] = defaultdict(list)
        for entry in log.messages():
            if write := began.get((entry["from"], entry["cid"])):
                by_author[write.author].append(write.began)
        yield from (
            f"{author}'s messages changed places in {name}" for author, at in by_author.items() if at != sorted(at)
        )


def nothing_invented(history: History, logs: Logs) -> Iterator[str]:
    """Whatever stands in a log was sent, there, by someone on that side."""
    sent = {(write.conversation, write.side, write.cid, write.body) for write in history.writes}
    for name, log in logs.items():
        for entry in log.messages():
            if (name, entry["from"], entry["cid"], entry["body"]) not in sent:
                yield f"nobody sent entry {entry['seq']} of {name}"


def _content(entry: dict[str, object]) -> tuple[object, ...]:
    return entry["seq"], entry["from"], entry["cid"], entry["body"]
