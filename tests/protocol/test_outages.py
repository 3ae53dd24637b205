"""What a database really goes through: killed, stopped, out of disk, read-only. Honest, quick, and over by itself."""

import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from app.persistence import migrations
from app.persistence.database import Database
from tests import cast as casting
from tests.protocol.conftest import Scene
from tests.servers import postgresql, small_disk
from tests.servers.client import Client, Payload, new_body, new_cid, new_resume
from tests.servers.overlap import wait_until
from tests.servers.postgresql import Postgresql, free_port
from tests.servers.process import ServerProcess
from tests.servers.small_disk import SmallDisk

PATIENCE = 6  # seconds until the honest error
HELP = "116 111"


@pytest.fixture
def cluster() -> Iterator[Postgresql]:
    """A PostgreSQL that the test may end."""
    with postgresql.running() as running:
        yield running


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk that the test may fill."""
    with small_disk.mounted(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def on_postgresql(cluster: Postgresql, tmp_path: Path, password_hash: str) -> Iterator[Scene]:
    """A cast on a server of its own, on that PostgreSQL."""
    url = cluster.create_database()
    migrations.upgrade(url)
    yield from served(url, tmp_path, password_hash)


@pytest.fixture
def on_small_disk(disk: SmallDisk, sqlite_template: Path, tmp_path: Path, password_hash: str) -> Iterator[Scene]:
    """A cast on a server of its own, on that disk."""
    yield from served(f"sqlite:///{shutil.copy(sqlite_template, disk.folder)}", tmp_path, password_hash)


class SteadyServer(ServerProcess):
    """Counts as started when the process answers, with or without its database."""

    def answers(self) -> bool:
        """Say whether it is alive."""
        return page(f"{self.address}/healthz")[0] == 200


def served(url: str, folder: Path, password_hash: str) -> Iterator[Scene]:
    server = SteadyServer(url, free_port(), folder / "output.txt")
    server.start()
    with closing(Database(url)) as database:
        opened = Scene(server, casting.assemble(database, password_hash))
    yield opened
    opened.close()
    server.stop()
    assert "Traceback" not in server.output.read_text()


def page(address: str) -> tuple[int, str]:
    """Return status and text of a page; 0 when nobody answers."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def message() -> Payload:
    """Return a fresh message."""
    return {"cid": new_cid(), "body": new_body()}


def assert_refused_honestly(client: Client, request: Payload) -> None:
    """Send something that cannot be stored, and look at what is said about it."""
    started = time.monotonic()
    answer = client.ask("send", request, patience=2 * PATIENCE)
    assert answer == {"ok": False, "code": "E_UNAVAILABLE", "retry_ms": answer.get("retry_ms")}
    assert time.monotonic() - started < PATIENCE


def ready(scene: Scene) -> bool:
    """Say whether the server can take conversations."""
    return page(f"{scene.server.address}/readyz") == (200, "ready\n")


@pytest.mark.parametrize("how", ["kill", "stop"])
def test_postgresql_ends_under_a_running_server_and_is_started_again(
    on_postgresql: Scene, cluster: Postgresql, how: str
) -> None:
    noor, _, _ = on_postgresql.paired()
    acked, refused = message(), message()
    assert noor.ok("send", acked)["seq"] == 3
    getattr(cluster, how)()
    assert_refused_honestly(noor, refused)
    status, text = page(f"{on_postgresql.server.address}/{on_postgresql.cast.slug}")
    assert status == 503
    assert HELP in text
    assert page(f"{on_postgresql.server.address}/readyz") == (503, "database\n")
    cluster.start()
    assert noor.ok("send", refused) == {"ok": True, "seq": 4, "dup": False}
    entries = noor.ok("sync", {"after": 2})["entries"]
    assert [entry["cid"] for entry in entries] == [acked["cid"], refused["cid"]]
    wait_until(lambda: ready(on_postgresql))


def test_a_disk_fills_up_under_a_running_server_and_is_emptied_again(on_small_disk: Scene, disk: SmallDisk) -> None:
    noor, _, _ = on_small_disk.paired()
    acked = [message()]
    assert noor.ok("send", acked[0])["ok"]
    disk.fill()
    refused = first_refused(noor, acked)
    assert_refused_honestly(noor, refused)
    status, text = page(f"{on_small_disk.server.address}/{on_small_disk.cast.slug}")
    assert status == 200
    assert HELP in text
    assert [entry["cid"] for entry in noor.ok("sync", {"after": 2})["entries"]] == [one["cid"] for one in acked]
    disk.empty()
    assert noor.ok("send", refused)["dup"] is False
    assert noor.ok("sync", {"after": 2})["entries"][-1]["cid"] == refused["cid"]


def first_refused(client: Client, acked: list[Payload]) -> Payload:
    """Write on a full disk until nothing more fits: the log of the database still has some room of its own."""
    for _ in range(200):
        written = message()
        answer = client.ask("send", written)
        if not answer["ok"]:
            assert answer["code"] == "E_UNAVAILABLE"
            return written
        acked.append(written)
    raise AssertionError("the disk never filled up")


def test_a_database_that_cannot_be_written_says_so_and_heals_when_it_can(on_small_disk: Scene, disk: SmallDisk) -> None:
    server = on_small_disk.server
    on_small_disk.on_duty(on_small_disk.cast.alex)
    server.kill()
    disk.allow_writing(False)
    server.start()
    status, text = page(f"{server.address}/{on_small_disk.cast.slug}")
    assert status == 200
    assert HELP in text
    noor, join = on_small_disk.youth(), {"cid": new_cid(), "resume": new_resume()}
    assert noor.code("join", join) == "E_UNAVAILABLE"
    disk.allow_writing(True)
    assert ask_again_as_told(noor, "join", join)["ok"]


def ask_again_as_told(client: Client, event: str, request: Payload) -> Payload:
    """Ask, and as long as the server says when it is worth asking again, do that; a few times."""
    for _ in range(4):
        answer = client.ask(event, request)
        time.sleep(answer.get("retry_ms", 0) / 1000)
        if "retry_ms" not in answer:
            break
    return answer
