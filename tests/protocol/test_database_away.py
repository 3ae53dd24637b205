"""The database goes away under a running server: nobody is let in unseen, nothing is acked, and it heals by itself."""

import json
from collections.abc import Iterator

import pytest

from app.realtime.counsellor_requests import COUNSELLOR_EVENTS
from app.realtime.youth_requests import YOUTH_EVENTS
from tests.conftest import BACKENDS, serving
from tests.protocol.conftest import Scene
from tests.servers import whole_requests
from tests.servers.client import Client, ConnectionRefused, Payload, new_body, new_cid
from tests.servers.outage import outage_of
from tests.servers.process import ServerProcess
from tests.servers.raw_socket import RawSocket

pytestmark = pytest.mark.usefixtures("nothing_printed")

PATIENCE = 6  # seconds until the honest error

only_where_reading_fails_too = pytest.mark.parametrize("server", ["postgresql"], indirect=True)


@pytest.fixture(scope="module", params=BACKENDS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server of its own, so that no other test's duties run out in the middle of an outage."""
    folder = tmp_path_factory.mktemp("away")
    yield from serving(request, folder)


def test_a_console_is_refused_and_its_ticket_stays_good(scene: Scene) -> None:
    browser = scene.browser(scene.cast.alex)
    auth = {"v": 1, "municipality": scene.cast.slug, "ticket": browser.ticket()}
    with outage_of(scene.server.database_url), pytest.raises(ConnectionRefused) as caught:
        scene.connect("/counsellor", auth, cookie=browser.cookie)
    assert_is_unavailable(caught.value.data)
    alex = scene.connect("/counsellor", auth, cookie=browser.cookie)
    assert alex.ok("set_duty", {"state": "on"})["conversations"] == []


def test_a_page_that_comes_back_is_refused_and_finds_its_conversation_later(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    _, _, join = scene.joined()
    with outage_of(scene.server.database_url), pytest.raises(ConnectionRefused) as caught:
        scene.youth(resume=join["resume"])
    assert_is_unavailable(caught.value.data)
    assert scene.youth(resume=join["resume"]).ok("sync", {"after": 0})["last"] == 1


@only_where_reading_fails_too
def test_a_refused_page_is_not_served_either(scene: Scene) -> None:
    auth = {"v": 1, "municipality": scene.cast.slug}
    raw = RawSocket(scene.server.port)
    with outage_of(scene.server.database_url):
        refused = raw.enter("/youth", auth)
        raw.send('42/youth,7["heartbeat",{"after":0}]')
    assert refused.startswith("44/youth,")
    assert_is_unavailable(json.loads(refused.partition(",")[2]))
    raw.send("40/youth," + json.dumps(auth))
    assert raw.receive_beginning("43", "40").startswith("40")
    raw.close()


@only_where_reading_fails_too
def test_every_request_on_an_open_socket_is_answered_honestly(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    with outage_of(scene.server.database_url):
        told_noor = refusals(noor, whole_requests.of_youth())
        told_alex = refusals(alex, whole_requests.of_counsellor(conversation))
    assert told_noor == dict.fromkeys(YOUTH_EVENTS, "E_UNAVAILABLE")
    assert told_alex == dict.fromkeys(COUNSELLOR_EVENTS, "E_UNAVAILABLE")
    assert noor.ok("sync", {"after": 0})["last"] == 2


def test_a_message_is_not_acked_while_away_and_written_once_when_it_is_sent_again(scene: Scene) -> None:
    noor, alex, _ = scene.paired()
    message = {"cid": new_cid(), "body": new_body()}
    with outage_of(scene.server.database_url):
        assert refusals(noor, {"send": message}) == {"send": "E_UNAVAILABLE"}
    assert noor.ok("send", message) == {"ok": True, "seq": 3, "dup": False}
    assert alex.wait_for("entry", lambda entry: entry["kind"] == "message")["seq"] == 3


@only_where_reading_fails_too
def test_nobody_notices_a_database_that_was_away_between_two_requests(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    with outage_of(scene.server.database_url):
        pass
    assert noor.ok("send", {"cid": new_cid(), "body": new_body()})["seq"] == 3
    assert alex.ok("sync", {"conversation": conversation, "after": 2})["last"] == 3


def refusals(client: Client, requests: dict[str, Payload]) -> dict[str, str]:
    """Ask for everything and return the codes; each refusal is quick and says when to try again."""
    answers = {event: client.ask(event, request, patience=PATIENCE) for event, request in requests.items()}
    assert [event for event, answer in answers.items() if not answer.get("retry_ms", 0) > 0] == []
    return {event: answer["code"] for event, answer in answers.items()}


def assert_is_unavailable(refusal: Payload | None) -> None:
    assert refusal is not None
    assert (refusal["message"], refusal["data"]["code"]) == ("E_UNAVAILABLE", "E_UNAVAILABLE")
    assert refusal["data"]["retry_ms"] > 0
