"""Bad input at every door: the right code, no traceback, no echo, and the server goes on answering."""

from collections.abc import Iterator

import pytest

from app.realtime.counsellor_requests import COUNSELLOR_EVENTS
from app.realtime.youth_requests import YOUTH_EVENTS
from tests.protocol.conftest import CANARY, Scene
from tests.servers.client import new_body, new_cid, new_pairing
from tests.servers.raw_socket import RawSocket

pytestmark = pytest.mark.usefixtures("nothing_printed")


@pytest.fixture
def raw(scene: Scene) -> Iterator[RawSocket]:
    """A hand-driven socket, connected to ``/youth``."""
    socket = RawSocket(scene.server.port)
    assert socket.enter("/youth", {"v": 1, "municipality": scene.cast.slug}).startswith("40")
    yield socket
    socket.close()


def still_answers(raw: RawSocket) -> bool:
    """Say whether the same socket is served as before."""
    raw.send('42/youth,99["heartbeat",{"after":0}]')
    return raw.ack("/youth", 99)["ok"]


@pytest.mark.parametrize(
    "frame, code",
    [
        ('42/youth,7["nonsense",{}]', "E_UNKNOWN"),
        ('42/youth,7["connect",{"v":1}]', "E_UNKNOWN"),
        ('42/youth,7["disconnect",{}]', "E_UNKNOWN"),
        ('42/youth,7["__init__",{}]', "E_UNKNOWN"),
        ('42/youth,7["accept",{}]', "E_UNKNOWN"),
        ('42/youth,7["heartbeat"]', "E_INVALID"),
        ('42/youth,7["heartbeat",{"after":0},{"after":0}]', "E_INVALID"),
        ('42/youth,7["heartbeat",[]]', "E_INVALID"),
        ('42/youth,7["heartbeat",null]', "E_INVALID"),
        (f'42/youth,7["heartbeat",{{"after":"{CANARY}"}}]', "E_INVALID"),
        ('42/youth,7["heartbeat",{"after":true}]', "E_INVALID"),
        ('42/youth,7["heartbeat",{"after":1.5}]', "E_INVALID"),
        ('42/youth,7["heartbeat",{"after":-1}]', "E_INVALID"),
        ('42/youth,7["heartbeat",{"after":99999999999999999999}]', "E_INVALID"),
        (f'42/youth,7["heartbeat",{{"after":0,"{CANARY}":1}}]', "E_INVALID"),
        ('42/youth,7["sync",{"after":0,"limit":201}]', "E_INVALID"),
        ('42/youth,7["leave",{"cid":"short","reason":"done"}]', "E_INVALID"),
        ("42/youth,7[5,{}]", "E_INVALID"),
        ("42/youth,7[]", "E_INVALID"),
        ('42/youth,7{"heartbeat":0}', "E_INVALID"),
        (f'42/youth,7["heartbeat",{{"after":{CANARY}', "E_INVALID"),
        ('42/youth,7["heartbeat",{"after":NaN}]', "E_INVALID"),
        ("42/youth,7" + "[" * 20_000, "E_INVALID"),
        ('451-/youth,7["heartbeat",{"_placeholder":true,"num":0}]', "E_INVALID"),
        ('4599999-/youth,7["heartbeat",{"_placeholder":true,"num":0}]', "E_INVALID"),
    ],
)
def test_a_bad_request_is_refused_with_a_code(raw: RawSocket, frame: str, code: str) -> None:
    raw.send(frame)
    assert raw.ack("/youth", 7) == {"ok": False, "code": code}
    assert still_answers(raw)


@pytest.mark.parametrize(
    "frame",
    [
        b"\x00\x01binary" + CANARY.encode(),
        b"",
        f'42/youth,["heartbeat",{{"after":"{CANARY}"}}]',
        f"42{CANARY}",
        f"4{CANARY}",
        f"9{CANARY}",
        '42["heartbeat",{"after":0}]',
        '42/elsewhere,7["heartbeat",{"after":0}]',
        "43/youth,1[]",
        '44/youth,{"message":"no"}',
        '46/youth,1-["x"]',
        '40/youth,{"v":1}',
        "4",
    ],
)
def test_what_cannot_be_answered_is_dropped(raw: RawSocket, frame: str | bytes) -> None:
    raw.send(frame)
    assert still_answers(raw)


def test_a_binary_attachment_is_never_collected(raw: RawSocket) -> None:
    raw.send('452-/youth,7["heartbeat",{"_placeholder":true,"num":0}]')
    assert raw.ack("/youth", 7)["code"] == "E_INVALID"
    raw.send(b"x" * 30_000)
    assert still_answers(raw)


def test_a_frame_over_32_kib_closes_the_connection_with_1009(raw: RawSocket) -> None:
    raw.send('42/youth,7["send",{"body":"' + "A" * 40_000 + '"}]')
    assert raw.close_code() == 1009


def test_a_message_over_32_kib_in_small_fragments_closes_with_1009_too(raw: RawSocket) -> None:
    raw.send_fragments('42/youth,7["send",{"body":"', *["A" * 20_000] * 5)
    assert raw.close_code() == 1009


def test_a_body_over_16_kib_is_too_long(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    longest, too_long = new_body(16 * 1024), new_body(16 * 1024 + 1)
    assert noor.ok("send", {"cid": new_cid(), "body": longest})["seq"] == 3
    assert noor.code("send", {"cid": new_cid(), "body": too_long}) == "E_TOO_LONG"
    assert alex.code("send", {"conversation": conversation, "cid": new_cid(), "body": too_long}) == "E_TOO_LONG"
    assert noor.ok("heartbeat", {"after": 3})["last"] == 3


@pytest.mark.parametrize("event", sorted(YOUTH_EVENTS))
def test_every_event_of_a_youth_refuses_nonsense(scene: Scene, event: str) -> None:
    page = scene.youth()
    for payload in (None, [], {}, {CANARY: CANARY}, CANARY, ({}, {})):
        assert page.code(event, payload) == "E_INVALID"


@pytest.mark.parametrize("event", sorted(COUNSELLOR_EVENTS))
def test_every_event_of_a_counsellor_refuses_nonsense(scene: Scene, event: str) -> None:
    console = scene.console(scene.cast.alex)
    for payload in (None, [], {}, {CANARY: CANARY}, CANARY, ({}, {})):
        assert console.code(event, payload) == "E_INVALID"


@pytest.mark.parametrize(
    "change",
    [
        {"public_key": new_body(65)[:-1]},
        {"public_key": "A" + new_body(65)[1:]},
        {"key_id": ""},
        {"key_id": "x" * 65},
        {"cid": new_cid() + "\n"},
        {"conversation": 5},
    ],
)
def test_a_pairing_with_a_bad_field_is_invalid(scene: Scene, change: dict) -> None:
    assert scene.on_duty(scene.cast.alex).code("accept", {**new_pairing(), **change}) == "E_INVALID"


@pytest.mark.parametrize("capacity", [0, 4, True, "2", None, 1.5])
def test_capacity_is_one_two_or_three(scene: Scene, capacity: object) -> None:
    console = scene.console(scene.cast.alex)
    answer = console.ask("set_duty", {"state": "on", "capacity": capacity})
    assert answer["ok"] is (capacity is None)
