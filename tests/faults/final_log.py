"""What a conversation's log came to: the rows where there are some, else what whoever confirmed the end had read."""

from dataclasses import dataclass

from tests.faults.history import History, View
from tests.servers.client import Payload


@dataclass(frozen=True, slots=True)
class FinalLog:
    """All entries in order. Not ``is_whole``: the rows went before anyone had read all of them; the tail is unknown."""

    entries: list[Payload]
    is_whole: bool

    def knows(self, seq: int) -> bool:
        """Say whether anything can be said about a number: nobody knows what stood in a tail that nobody has read."""
        return self.is_whole or seq <= len(self.entries)

    def messages(self) -> list[Payload]:
        """The messages only."""
        return self.of_kind("message")

    def of_kind(self, kind: str) -> list[Payload]:
        """The entries of one kind."""
        return [entry for entry in self.entries if entry["kind"] == kind]

    def pairing_before(self, seq: int, *, or_hand_over: bool = False) -> Payload | None:
        """The last pairing before a number, or hand-over if that is newer. A new key of the same holder is neither."""
        kinds = {"paired", "handed_over"} if or_hand_over else {"paired"}
        turns = (entry for entry in reversed(self.entries[: seq - 1]) if entry["kind"] in kinds)
        return next((entry for entry in turns if not entry.get("rekey")), None)


def final_logs(history: History) -> dict[str, FinalLog]:
    """Return the log of every conversation that anyone has seen."""
    longest: dict[str, View] = {}
    for view in history.views:
        if view.conversation not in longest or view.last > longest[view.conversation].last:
            longest[view.conversation] = view
    read = {conversation: FinalLog(view.entries, view.has_ended) for conversation, view in longest.items()}
    return read | {conversation: FinalLog(entries, True) for conversation, entries in history.logs.items()}
