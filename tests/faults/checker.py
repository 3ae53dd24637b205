"""Holds a history against what is promised. Pure: it is given everything and only compares."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.faults.final_log import FinalLog, final_logs
from tests.faults.history import History
from tests.faults.rules import absence, holding, line, messages, views

Rule = Callable[[History, dict[str, FinalLog]], Iterator[str]]


RULES: tuple[Rule, ...] = (
    messages.acked_stands_once,
    messages.no_cid_twice,
    messages.no_gap,
    messages.order_of_sending,
    messages.nothing_invented,
    views.views_are_beginnings,
    views.parties_saw_everything,
    views.nothing_rewritten,
    holding.one_holder,
    holding.accepted_is_paired,
    holding.no_stale_epoch,
    holding.nothing_after_letting_go,
    absence.nobody_is_given_up_without_reason,
    absence.no_conversation_runs_out,
    holding.within_capacity,
    holding.rows_within_capacity,
    line.first_come_first_served,
)


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken promise: the rule's name, and what was seen."""

    rule: str
    sentence: str


def violations(history: History) -> list[Violation]:
    """Return everything in a history that must not be."""
    logs = final_logs(history)
    return [Violation(rule.__name__, sentence) for rule in RULES for sentence in rule(history, logs)]
