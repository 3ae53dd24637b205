"""What a client shows is always a beginning of the log, and all of it in the end."""

from collections.abc import Iterator

from tests.faults.final_log import FinalLog
from tests.faults.history import History

Logs = dict[str, FinalLog]


def views_are_beginnings(history: History, logs: Logs) -> Iterator[str]:
    """Nobody was shown anything that is not in the log, or shown it elsewhere."""
    for view in history.views:
        if view.entries != logs[view.conversation].entries[: view.last]:
            yield f"{view.viewer} was shown something else than the log of {view.conversation}"


def parties_saw_everything(history: History, logs: Logs) -> Iterator[str]:
    """Whoever still takes part has the whole log in the end."""
    for view in history.views:
        wanted = len(logs[view.conversation].entries)
        if view.is_party and view.last < wanted:
            yield f"{view.viewer} has {view.last} of {wanted} entries of {view.conversation}"


def nothing_rewritten(history: History, logs: Logs) -> Iterator[str]:
    """A number that was told once is never told with another content."""
    for view in history.views:
        for entry in view.contradictions:
            yield f"entry {entry['seq']} of {view.conversation} was told to {view.viewer} in two ways"
