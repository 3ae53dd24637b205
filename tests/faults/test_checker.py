"""The checker is believed because it catches every kind of violation: a good evening, spoilt in one way each."""

import pytest

from tests.faults.checker import RULES, violations
from tests.faults.history import Disappearance
from tests.faults.invented import NOOR, evening
from tests.faults.spoilt import SPOILT, Spoil, a_counsellor_was_taken_for_gone, somebody_was_passed_by_a_later_one


def test_an_evening_without_a_fault_is_not_accused() -> None:
    assert violations(evening()) == []


@pytest.mark.parametrize(
    "rule, spoil",
    [(rule, spoil) for rule, spoils in SPOILT.items() for spoil in spoils],
    ids=lambda it: getattr(it, "__name__", it),
)
def test_what_was_spoilt_is_caught(rule: str, spoil: Spoil) -> None:
    history = evening()
    spoil(history)
    assert rule in {violation.rule for violation in violations(history)}


def test_every_rule_has_caught_something() -> None:
    assert {rule.__name__ for rule in RULES} == set(SPOILT)


def test_who_was_asleep_may_be_passed() -> None:
    history = evening()
    somebody_was_passed_by_a_later_one(history)
    history.arrivals[1].presences[0].until = 5
    assert violations(history) == []


def test_who_was_chosen_by_name_may_pass() -> None:
    history = evening()
    somebody_was_passed_by_a_later_one(history)
    history.acceptances[0].named = True
    assert violations(history) == []


def test_who_was_really_gone_may_be_given_up() -> None:
    history = evening()
    a_counsellor_was_taken_for_gone(history)
    history.disappearances.append(Disappearance("alex", since=9.5, until=20))
    assert violations(history) == []


def test_who_was_gone_at_another_time_may_not_be_given_up() -> None:
    history = evening()
    a_counsellor_was_taken_for_gone(history)
    history.disappearances.append(Disappearance("alex", since=1, until=5))
    assert [violation.rule for violation in violations(history)] == ["nobody_is_given_up_without_reason"]


def test_what_was_erased_before_anyone_had_read_it_accuses_nobody() -> None:
    history = evening()
    del history.logs[NOOR]
    for view in history.views:
        view.entries = view.entries[:6]
        view.is_party = False
    assert violations(history) == []
