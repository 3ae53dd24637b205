"""After an evening full of canaries none is found: in no file, no figure, no backup; and one that leaks is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.persistence import migrations
from tests.conftest import BACKENDS
from tests.privacy import instance
from tests.privacy.canaries import AGENT, CAMPAIGN, CLAIMED, CLICK, WORD
from tests.privacy.evening import Evening
from tests.privacy.instance import Instance
from tests.servers import postgresql
from tests.servers.postgresql import Postgresql

HARMLESS = ("a_handler_fails", "a_page_fails", "everything_is_logged")
LEAKS = {
    "leak_a_line_for_every_request": (f"{CLAIMED} (plain)", "output.txt"),
    "leak_what_libraries_say": (f"{WORD} (plain)", "output.txt"),
    "leak_messages_of_errors": (f"{CLICK} (plain)", "output.txt"),
    "leak_into_a_file": (f"{AGENT} (hex)", "browsers"),
    "leak_into_the_database": (f"{CAMPAIGN} (plain)", "lyttepunkt.db-wal"),
}

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Postgresql]:
    """A PostgreSQL of our own: the words of other tests are not ours to search for."""
    with postgresql.running() as started:
        yield started


@pytest.fixture(params=["directly", "by_nginx"])
def by_proxy(request: pytest.FixtureRequest) -> bool:
    """Once straight to the server, and once through what docs/operations.md tells operators to put in front."""
    return request.param == "by_nginx"


@pytest.fixture(params=BACKENDS)
def served(request: pytest.FixtureRequest, tmp_path: Path, password_hash: str, by_proxy: bool) -> Iterator[Instance]:
    """An installation of its own, on each kind of database."""
    cluster = request.getfixturevalue("cluster") if request.param == "postgresql" else None
    url = cluster.create_database() if cluster else file_in(tmp_path)
    migrations.upgrade(url)
    with instance.running(tmp_path, url, password_hash, *HARMLESS, cluster=cluster, by_proxy=by_proxy) as running:
        yield running


def test_nothing_is_left_of_whoever_came_nor_of_what_they_wrote(served: Instance) -> None:
    if served.proxy:
        served.proxy.take_the_disk_away()
    Evening(served).live("websocket", "polling")
    assert served.traces() == []
    printed = served.server.output.read_text()
    assert "A page failed: RuntimeError in" in printed
    assert "A request failed: RuntimeError in" in printed
    assert served.server.terminate() == 0
    assert served.files_with_traces() == []


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_is_found(tmp_path: Path, password_hash: str, leak: str) -> None:
    migrations.upgrade(file_in(tmp_path))
    with instance.running(tmp_path, file_in(tmp_path), password_hash, *HARMLESS, leak) as leaking:
        Evening(leaking).live("websocket")
        needle, place = LEAKS[leak]
        assert f"{needle} stands in {place}" in leaking.traces()


def file_in(folder: Path) -> str:
    """Return the address of an installation's SQLite file."""
    return f"sqlite:///{folder / 'lyttepunkt.db'}"
