"""Limits: generous to a class behind one address, felt by a single socket that asks too often, and by a flood."""

from collections.abc import Iterator

import pytest

from app.realtime.doorkeeper import EVENTS, FLOOD, JOINS
from tests.conftest import migrated_url
from tests.protocol.conftest import Scene
from tests.servers.client import new_cid, new_resume
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess
from tests.servers.raw_socket import RawSocket

pytestmark = pytest.mark.usefixtures("nothing_printed")

TOKEN = "a-token-for-tests-that-is-long-enough"


@pytest.fixture(scope="module", params=["sqlite"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server that believes its proxy, so that every test has an address of its own."""
    folder = tmp_path_factory.mktemp("rates")
    url = migrated_url(request, folder)
    running = ServerProcess(url, free_port(), folder / "output.txt", TRUSTED_PROXIES="1", METRICS_TOKEN=TOKEN)
    running.start()
    yield running
    running.stop()


def page_from(scene: Scene, address: str) -> RawSocket:
    """Open a young person's page from an address."""
    page = RawSocket(scene.server.port, X_Forwarded_For=address)
    assert page.enter("/youth", {"v": 1, "municipality": scene.cast.slug}).startswith("40")
    return page


def joined_from(scene: Scene, address: str) -> dict:
    """Join from an address on a page of its own, and return the ack."""
    page = page_from(scene, address)
    page.send(f'42/youth,1["join",{{"cid":"{new_cid()}","resume":"{new_resume()}"}}]')
    answer = page.ack("/youth", 1)
    page.close()
    return answer


def refused_from(scene: Scene, address: str) -> dict:
    """Join from an address until that is refused, and return the ack: on a slow machine it has earned a few more."""
    while (answer := joined_from(scene, address))["ok"]:
        pass
    return answer


def test_a_socket_that_asks_too_often_is_told_to_wait_and_keeps_its_heartbeat(scene: Scene) -> None:
    page = page_from(scene, "192.0.2.1")
    for number in range(EVENTS.burst + 30):
        page.send(f'42/youth,{number}["seal",{{}}]')
    answers = [page.ack("/youth", number) for number in range(EVENTS.burst + 30)]
    codes = [answer["code"] for answer in answers]
    assert codes[: EVENTS.burst] == ["E_INVALID"] * EVENTS.burst
    assert codes[-1] == "E_RATE"
    assert answers[-1]["retry_ms"] > 0
    page.send('42/youth,900["heartbeat",{"after":0}]')
    assert page.ack("/youth", 900)["ok"]
    page.close()


def test_it_disturbs_nobody_else_behind_the_same_address(scene: Scene) -> None:
    greedy, patient = page_from(scene, "192.0.2.2"), page_from(scene, "192.0.2.2")
    for number in range(EVENTS.burst + 30):
        greedy.send(f'42/youth,{number}["seal",{{}}]')
    patient.send('42/youth,1["seal",{}]')
    assert patient.ack("/youth", 1)["code"] == "E_INVALID"
    greedy.close()
    patient.close()


def test_a_flood_is_told_goodbye_and_closed(scene: Scene) -> None:
    page = page_from(scene, "192.0.2.3")
    for number in range(FLOOD.burst * 4):
        page.send(f'42/youth,{number}["heartbeat",{{"after":0}}]')
    assert page.receive_beginning('42/youth,["bye"') == '42/youth,["bye",{"code":"E_RATE"}]'
    page.closed_after(5)
    page.close()


@pytest.mark.timeout(240)
def test_four_classes_behind_one_address_join_within_two_minutes(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    answers = [joined_from(scene, "192.0.2.4") for _ in range(120)]
    assert [answer for answer in answers if not answer["ok"]] == []


def test_whoever_uses_up_the_joins_of_an_address_has_to_wait_and_others_do_not(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    greedy = [page_from(scene, "192.0.2.5") for _ in range(JOINS.burst // EVENTS.burst + 1)]
    for page in greedy:
        for number in range(EVENTS.burst):
            page.send(f'42/youth,{number}["join",{{}}]')
        page.ack("/youth", EVENTS.burst - 1)
    refused = refused_from(scene, "192.0.2.5")
    assert refused == {"ok": False, "code": "E_RATE", "retry_ms": refused["retry_ms"]}
    assert 0 < refused["retry_ms"] <= 1000
    assert joined_from(scene, "192.0.2.6")["ok"]
    for page in greedy:
        page.close()
