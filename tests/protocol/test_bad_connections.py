"""Connections that must not come about: wrong auth, wrong namespace, another site's page."""

import json

import pytest
import websocket

from tests.protocol.conftest import CANARY, Scene
from tests.servers.client import new_resume
from tests.servers.raw_socket import RawSocket

pytestmark = pytest.mark.usefixtures("nothing_printed")


@pytest.mark.parametrize("auth", [None, [], "text", 7, True, {}, {"v": 1}, {"v": "1", "municipality": "x"}])
@pytest.mark.parametrize("namespace", ["/youth", "/counsellor"])
def test_auth_that_is_not_what_was_agreed_is_invalid(scene: Scene, namespace: str, auth: object) -> None:
    raw = RawSocket(scene.server.port)
    answer = raw.enter(namespace, auth)
    raw.close()
    assert json.loads(answer.partition(",")[2]) == {"message": "E_INVALID", "data": {"code": "E_INVALID"}}


@pytest.mark.parametrize(
    "auth, code",
    [
        ({"v": 2, "municipality": "SLUG"}, "E_VERSION"),
        ({"v": 1, "municipality": "no-such-place"}, "E_FORBIDDEN"),
        ({"v": 1, "municipality": "\0"}, "E_INVALID"),
        ({"v": 1, "municipality": "SLUG", "resume": new_resume()}, "E_EXPIRED"),
        ({"v": 1, "municipality": "SLUG", "resume": CANARY}, "E_INVALID"),
        ({"v": 1, "municipality": "SLUG", CANARY: 1}, "E_INVALID"),
    ],
)
def test_a_connection_is_refused_with_a_code(scene: Scene, auth: dict, code: str) -> None:
    auth = {name: scene.cast.slug if value == "SLUG" else value for name, value in auth.items()}
    assert scene.refused("/youth", auth) == code


def test_a_resume_token_of_another_municipality_is_expired(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    _, _, join = scene.joined()
    auth = {"v": 1, "municipality": scene.cast.neighbour_slug, "resume": join["resume"]}
    assert scene.refused("/youth", auth) == "E_EXPIRED"


@pytest.mark.parametrize("namespace", ["/", "/admin", "/youth/"])
def test_there_are_two_namespaces_and_no_other(scene: Scene, namespace: str) -> None:
    raw = RawSocket(scene.server.port)
    assert raw.enter(namespace, {"v": 1, "municipality": scene.cast.slug}).startswith("44")
    raw.close()


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example", "http://127.0.0.1:1"]
)
def test_another_sites_page_cannot_open_a_socket(scene: Scene, origin: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as caught:
        RawSocket(scene.server.port, origin=origin)
    assert caught.value.status_code == 400
    assert "evil" not in str(caught.value.resp_body)


def test_our_own_page_can_open_a_socket(scene: Scene) -> None:
    RawSocket(scene.server.port, origin=scene.server.address).close()
