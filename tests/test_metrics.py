"""The figures say how the process does, and nothing from which anyone's visit could be read."""

import re

from app.metrics import FREQUENT, Metrics

NAMES = {
    "lyttepunkt_requests",
    "lyttepunkt_pages",
    "lyttepunkt_rate_refusals",
    "lyttepunkt_database_errors",
    "lyttepunkt_ack_seconds",
    "lyttepunkt_loop_lag_seconds",
    "lyttepunkt_loop_lag_worst_seconds",
}
EVERYTHING_ELSE = (
    "join",
    "accept",
    "leave",
    "end",
    "hand_over",
    "set_duty",
    "rekey",
    "seal",
    "malformed",
    "kanariefugl",
)


def lines(metrics: Metrics, name: str) -> list[str]:
    return [line for line in metrics.text().decode().splitlines() if line.startswith(name)]


def test_a_request_is_counted_by_event_and_outcome() -> None:
    metrics = Metrics()
    for code in ("ok", "ok", "E_UNAVAILABLE"):
        metrics.note_answer("send", code, 0.004)
    assert 'lyttepunkt_requests_total{code="ok",event="send"} 2.0' in lines(metrics, "lyttepunkt_requests_total")
    assert 'lyttepunkt_ack_seconds_count{event="send"} 3.0' in lines(metrics, "lyttepunkt_ack_seconds_count")


def test_what_begins_and_ends_a_conversation_cannot_be_told_apart() -> None:
    metrics = Metrics()
    for event in EVERYTHING_ELSE:
        metrics.note_answer(event, "ok", 0.004)
    count = float(len(EVERYTHING_ELSE))
    assert lines(metrics, "lyttepunkt_requests_total") == [
        f'lyttepunkt_requests_total{{code="ok",event="other"}} {count}'
    ]


def test_nothing_tells_when_something_happened_first() -> None:
    metrics = Metrics()
    metrics.note_answer("send", "ok", 0.004)
    metrics.note_page(200)
    assert lines(metrics, "# TYPE") != []
    assert "_created" not in metrics.text().decode()


def test_these_are_all_figures_and_all_labels() -> None:
    metrics = Metrics()
    for event in FREQUENT:
        metrics.note_answer(event, "ok", 0.004)
    metrics.note_page(200)
    metrics.note_refusal("join")
    metrics.note_lag(0.1)
    text = metrics.text().decode()
    types = dict(re.findall(r"^# TYPE (\S+) (\S+)", text, re.MULTILINE))
    assert {name.removesuffix("_total") for name in types} == NAMES
    assert set(re.findall(r'[{,](\w+)="', text)) == {"code", "event", "le", "status", "what"}


def test_the_worst_lag_is_that_of_the_last_looks() -> None:
    metrics = Metrics()
    assert metrics.worst_lag() == 0
    for lag in (0.001, 0.2, 0.002):
        metrics.note_lag(lag)
    assert metrics.worst_lag() == 0.2


def test_every_installation_counts_for_itself() -> None:
    one, other = Metrics(), Metrics()
    one.note_outage()
    assert "lyttepunkt_database_errors_total 1.0" in one.text().decode()
    assert "lyttepunkt_database_errors_total 0.0" in other.text().decode()
