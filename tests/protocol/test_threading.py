"""``ASYNC_MODE=threading``: the same app without eventlet, by setting alone."""

from collections.abc import Iterator

import pytest

from tests.conftest import BACKENDS, migrated_url
from tests.protocol.conftest import Scene
from tests.servers.client import new_body, new_cid
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess
from tests.servers.raw_socket import RawSocket


@pytest.fixture(scope="module", params=BACKENDS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server with one thread a connection."""
    folder = tmp_path_factory.mktemp("threads")
    url = migrated_url(request, folder)
    running = ServerProcess(url, free_port(), folder / "output.txt", ASYNC_MODE="threading")
    running.start()
    yield running
    running.stop()


def test_a_message_over_32_kib_closes_the_connection(scene: Scene) -> None:
    raw = RawSocket(scene.server.port)
    raw.enter("/youth", {"v": 1, "municipality": scene.cast.slug})
    raw.send('42/youth,7["send",{"body":"' + "A" * 40_000 + '"}]')
    assert raw.close_code() == 1009
    raw.close()


def test_a_conversation_from_beginning_to_end(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    body = new_body()
    noor.ok("send", {"cid": new_cid(), "body": body})
    assert alex.wait_for("entry", lambda entry: entry.get("body") == body)["from"] == "youth"
    end = alex.ok("end", {"conversation": conversation, "cid": new_cid()})
    noor.wait_for("entry", lambda entry: entry["kind"] == "ended")
    noor.ok("heartbeat", {"after": end["seq"]})
    assert noor.code("sync", {"after": 0, "limit": 200}) == "E_EXPIRED"
