"""Who may come in: everybody who belongs to a class, a school or a restart, and not one caller in place of all."""

from collections.abc import Iterator

import pytest

from app.domain.errors import Code, Refused
from app.domain.traffic import Traffic
from app.metrics import Metrics
from app.realtime.doorkeeper import CONNECTIONS, EVENTS, FLOOD, JOINS, Doorkeeper, Flood
from tests.refusal import refusal


@pytest.fixture
def doorkeeper() -> Iterator[Doorkeeper]:
    """A doorkeeper that has seen nobody yet."""
    return Doorkeeper(Traffic(), Metrics())


def ask(doorkeeper: Doorkeeper, event: str, now: float, *, sid: str = "one", bucket: str = "school") -> None:
    doorkeeper.let_pass(event, sid, lambda: bucket, now)


def test_a_thousand_come_back_at_once_after_a_restart_behind_one_address(doorkeeper: Doorkeeper) -> None:
    for _ in range(1000):
        doorkeeper.admit("proxy", 0.0)


def test_one_caller_cannot_connect_without_end_and_another_does_not_notice(doorkeeper: Doorkeeper) -> None:
    for _ in range(CONNECTIONS.burst):
        doorkeeper.admit("greedy", 0.0)
    assert refusal(doorkeeper.admit, "greedy", 0.0) is Code.RATE
    doorkeeper.admit("patient", 0.0)


def test_a_hundred_and_twenty_joins_within_two_minutes_from_one_address_are_all_served(doorkeeper: Doorkeeper) -> None:
    for number in range(120):
        ask(doorkeeper, "join", float(number), sid=str(number))
    for number in range(120):
        ask(doorkeeper, "join", 1000.0, sid=f"at once {number}")


def test_joins_are_counted_by_address_over_all_its_sockets(doorkeeper: Doorkeeper) -> None:
    for number in range(JOINS.burst):
        ask(doorkeeper, "join", 0.0, sid=str(number))
    assert refusal(ask, doorkeeper, "join", 0.0, sid="another") is Code.RATE
    ask(doorkeeper, "join", 0.0, sid="another", bucket="elsewhere")


def test_heartbeat_and_sync_are_refused_to_a_flood_only(doorkeeper: Doorkeeper) -> None:
    for _ in range(EVENTS.burst):
        ask(doorkeeper, "send", 0.0)
    assert refusal(ask, doorkeeper, "send", 0.0) is Code.RATE
    for event in ("heartbeat", "sync"):
        ask(doorkeeper, event, 0.0)


def test_what_is_refused_counts_towards_the_flood(doorkeeper: Doorkeeper) -> None:
    for _ in range(EVENTS.burst):
        ask(doorkeeper, "send", 0.0)
    kinds = [kind_of_refusal(doorkeeper) for _ in range(FLOOD.burst)]
    assert kinds == [Refused] * (FLOOD.burst - EVENTS.burst) + [Flood] * EVENTS.burst


def kind_of_refusal(doorkeeper: Doorkeeper) -> type[Refused]:
    with pytest.raises(Refused) as caught:
        ask(doorkeeper, "send", 0.0)
    return type(caught.value)


def test_a_new_socket_begins_afresh(doorkeeper: Doorkeeper) -> None:
    for _ in range(EVENTS.burst):
        ask(doorkeeper, "send", 0.0)
    doorkeeper.forget("one")
    ask(doorkeeper, "send", 0.0)


def test_while_draining_nobody_new_is_let_in_and_what_is_open_is_served(doorkeeper: Doorkeeper) -> None:
    doorkeeper.traffic.is_draining = True
    assert refusal(doorkeeper.admit, "school", 0.0) is Code.DRAINING
    ask(doorkeeper, "send", 0.0)
    doorkeeper.traffic.is_closed = True
    assert refusal(ask, doorkeeper, "heartbeat", 0.0) is Code.DRAINING


def test_every_refusal_is_counted_without_saying_whom(doorkeeper: Doorkeeper) -> None:
    for _ in range(CONNECTIONS.burst):
        doorkeeper.admit("kanariefugl", 0.0)
    refusal(doorkeeper.admit, "kanariefugl", 0.0)
    text = doorkeeper.metrics.text().decode()
    assert 'lyttepunkt_rate_refusals_total{what="connection"} 1.0' in text
    assert "kanariefugl" not in text
