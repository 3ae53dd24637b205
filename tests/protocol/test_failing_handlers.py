"""A handler that fails is answered all the same, and a failed connect lets nobody in; what failed stays unsaid."""

from typing import Any

import pytest
from socketio.exceptions import ConnectionRefusedError

from app.domain.traffic import Traffic
from app.metrics import Metrics
from app.realtime.doorkeeper import Doorkeeper
from app.realtime.strict_namespace import Answer, StrictNamespace
from app.realtime.youth_requests import YOUTH_EVENTS, YouthHeartbeat
from tests.protocol.conftest import CANARY


class Clumsy(StrictNamespace):
    """Fails at everything, and quotes a secret each time."""

    events = YOUTH_EVENTS
    doorkeeper = Doorkeeper(Traffic(), Metrics())

    def admit(self, sid: str, environ: dict[str, Any], auth: Any) -> Answer:
        raise RuntimeError(CANARY)

    def depart(self, sid: str) -> Answer:
        raise RuntimeError(CANARY)

    def guard(self, sid: str) -> str:
        return sid

    def on_heartbeat(self, caller: str, request: YouthHeartbeat) -> Answer:
        raise RuntimeError(CANARY)


def test_a_request_that_fails_is_answered_and_may_be_tried_again(caplog, capfd) -> None:
    answer = Clumsy("/youth").trigger_event("heartbeat", "sid", {"after": 0})
    assert answer == {"ok": False, "code": "E_INTERNAL", "retry_ms": answer["retry_ms"]}
    assert answer["retry_ms"] > 0
    assert_only_kind_and_place_are_printed(caplog, capfd)


def test_a_connect_that_fails_lets_nobody_in(caplog, capfd) -> None:
    with pytest.raises(ConnectionRefusedError) as caught:
        Clumsy("/youth").trigger_event("connect", "sid", {}, {"v": 1})
    refusal = caught.value.error_args
    assert (refusal["message"], refusal["data"]["code"]) == ("E_UNAVAILABLE", "E_UNAVAILABLE")
    assert refusal["data"]["retry_ms"] > 0
    assert_only_kind_and_place_are_printed(caplog, capfd)


def test_a_disconnect_that_fails_is_over_all_the_same(caplog, capfd) -> None:
    assert Clumsy("/youth").trigger_event("disconnect", "sid", "transport close") is None
    assert_only_kind_and_place_are_printed(caplog, capfd)


def assert_only_kind_and_place_are_printed(caplog, capfd) -> None:
    printed = caplog.text + "".join(capfd.readouterr())
    assert "RuntimeError" in printed
    assert CANARY not in printed
