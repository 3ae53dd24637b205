"""SIGTERM: nobody new, a word to everyone, what was begun is finished, and then the process ends with 0, in time."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from socketio.exceptions import SocketIOError

from app.persistence.database import Database
from tests import cast as casting
from tests.conftest import migrated_url
from tests.protocol.conftest import Scene
from tests.servers.client import Client, Payload, new_body, new_cid
from tests.servers.hanging_client import a_hanging_client
from tests.servers.outage import outage_of
from tests.servers.overlap import wait_until
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess
from tests.servers.raw_socket import RawSocket

pytestmark = pytest.mark.once

DEADLINE = 15  # seconds
SERVERS = [("sqlite", "eventlet"), ("postgresql", "eventlet"), ("sqlite", "threading")]
every_server = pytest.mark.parametrize("scene", SERVERS, indirect=True, ids="-".join)
on_sqlite = pytest.mark.parametrize("scene", [SERVERS[0], SERVERS[2]], indirect=True, ids="-".join)
on_one_server = pytest.mark.parametrize("scene", SERVERS[:1], indirect=True, ids="-".join)


class Backend:
    """What ``migrated_url`` asks for, without a parametrised fixture of its own."""

    def __init__(self, request: pytest.FixtureRequest, param: str) -> None:
        self.param = param
        self.getfixturevalue = request.getfixturevalue


@pytest.fixture
def scene(request: pytest.FixtureRequest, tmp_path: Path, password_hash: str) -> Iterator[Scene]:
    """A cast on a server of its own, which the test ends."""
    backend, mode = request.param
    url = migrated_url(Backend(request, backend), tmp_path)
    server = ServerProcess(url, free_port(), tmp_path / "output.txt", ASYNC_MODE=mode)
    server.start()
    database = Database(url)
    opened = Scene(server, casting.assemble(database, password_hash))
    database.close()
    yield opened
    opened.close()
    server.kill()


def readiness(server: ServerProcess) -> str:
    """Return what ``/readyz`` says."""
    try:
        with urlopen(f"{server.address}/readyz", timeout=5) as answer:
            return answer.read().decode().strip()
    except HTTPError as error:
        return error.read().decode().strip()


@every_server
def test_everyone_is_told_and_it_ends_with_0(scene: Scene) -> None:
    noor, alex, _ = scene.paired()
    started = time.monotonic()
    scene.server.send(signal.SIGTERM)
    for client in (noor, alex):
        bye = client.wait_for("bye")
        assert bye["code"] == "E_DRAINING"
        assert bye["retry_ms"] > 0
        client.wait_until_closed()
    assert scene.server.exit_code() == 0
    assert time.monotonic() - started < 5
    assert "Traceback" not in scene.server.output.read_text()


@on_one_server
def test_the_keyboards_interrupt_is_as_good(scene: Scene) -> None:
    noor = scene.youth()
    scene.server.send(signal.SIGINT)
    assert noor.wait_for("bye")["code"] == "E_DRAINING"
    assert scene.server.exit_code() == 0


@every_server
def test_what_was_acked_is_stored_and_everyone_goes_on_after_the_restart(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    _, _, join = scene.joined()
    acked: list[Payload] = []
    writers = [
        threading.Thread(target=write_on, args=(noor, {}, acked)),
        threading.Thread(target=write_on, args=(alex, {"conversation": conversation}, acked)),
    ]
    for writer in writers:
        writer.start()
    wait_until(lambda: len(acked) > 20)
    scene.server.send(signal.SIGTERM)
    assert scene.server.exit_code() == 0
    for writer in writers:
        writer.join()
    scene.server.start()
    again = scene.console(scene.cast.alex)
    stored = again.ok("sync", {"conversation": conversation, "after": 0, "limit": 200})["entries"]
    assert {(one["seq"], one["cid"]) for one in acked} <= {(one["seq"], one.get("cid")) for one in stored}
    assert scene.youth(resume=join["resume"]).ok("sync", {"after": 0})["state"] == "waiting"


@on_one_server
def test_whoever_waits_keeps_the_place_and_counts_as_present_over_a_restart(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    noor, conversation, _ = scene.joined()
    scene.server.send(signal.SIGTERM)
    noor.wait_until_closed()
    assert scene.server.exit_code() == 0
    scene.server.start()
    line = scene.on_duty(scene.cast.alex).wait_for("waiting_line")
    assert [(one["conversation"], one["connected"]) for one in line["waiting"]] == [(conversation, True)]


def write_on(client: Client, fields: Payload, acked: list[Payload]) -> None:
    """Write one message after another until the connection is gone, and note what was acked."""
    with suppress(SocketIOError):
        while True:
            message = {**fields, "cid": new_cid(), "body": new_body()}
            answer = client.ask("send", message, patience=2)
            if answer["ok"]:
                acked.append({**message, "seq": answer["seq"]})
            time.sleep(answer.get("retry_ms", 0) / 1000)


@on_sqlite
def test_a_request_in_flight_is_finished_and_acked(scene: Scene) -> None:
    noor, _, _ = scene.paired()
    sam = scene.youth()
    answers: list[Payload] = []
    message = {"cid": new_cid(), "body": new_body()}
    with outage_of(scene.server.database_url):
        asking = threading.Thread(target=lambda: answers.append(noor.ask("send", message)))
        asking.start()
        in_flight(noor)
        scene.server.send(signal.SIGTERM)
        wait_until(lambda: not sam.ask("heartbeat", {"after": 0})["ok"])
        for _ in range(5):
            assert sam.code("heartbeat", {"after": 0}) == "E_DRAINING"
    asking.join()
    assert answers == [{"ok": True, "seq": 3, "dup": False}]
    assert scene.server.exit_code() == 0


def in_flight(client: Client) -> None:
    """Wait until what a client sent is being handled: then a second request, which is only its turn later, is late."""
    with pytest.raises(SocketIOError):
        client.ask("heartbeat", {"after": 0}, patience=1)


@on_sqlite
def test_while_it_drains_it_is_not_ready_and_begins_nothing_new(scene: Scene) -> None:
    noor = scene.youth()
    with a_hanging_client(scene.server):
        assert readiness(scene.server) == "ready"
        scene.server.send(signal.SIGTERM)
        noor.wait_for("bye")
        assert readiness(scene.server) == "draining"
        assert scene.refused_youth() == "E_DRAINING"
        wait_until(lambda: not noor.ask("heartbeat", {"after": 0})["ok"])
        answer = noor.ask("heartbeat", {"after": 0})
        scene.server.kill()
    assert answer == {"ok": False, "code": "E_DRAINING", "retry_ms": answer["retry_ms"]}


@on_sqlite
def test_no_client_can_hold_it_up(scene: Scene) -> None:
    silent = RawSocket(scene.server.port)
    silent.enter("/youth", {"v": 1, "municipality": scene.cast.slug})
    with a_hanging_client(scene.server):
        started = time.monotonic()
        scene.server.send(signal.SIGTERM)
        assert scene.server.exit_code() == 0
        took = time.monotonic() - started
    silent.close()
    assert took < DEADLINE
    print(f"held up for {took:.1f} s")


@on_sqlite
def test_a_second_signal_ends_it_at_once(scene: Scene) -> None:
    noor = scene.youth()
    with a_hanging_client(scene.server):
        scene.server.send(signal.SIGTERM)
        noor.wait_for("bye")
        started = time.monotonic()
        scene.server.send(signal.SIGINT)
        assert scene.server.exit_code() == 128 + signal.SIGINT
    assert time.monotonic() - started < 2
