"""A connection that belongs to no namespace is closed after ten seconds; one that does is left alone."""

import json
import time
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from app.realtime.strays import PATIENCE, PAUSE
from tests.conftest import serving
from tests.protocol.conftest import Scene
from tests.servers.process import ServerProcess
from tests.servers.raw_socket import RawSocket

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("nothing_printed")]

AT_LATEST = PATIENCE + PAUSE + 3  # seconds; the machine may be slow


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server of each mode."""
    folder = tmp_path_factory.mktemp("strays")
    request.param, mode = "sqlite", request.param
    yield from serving(request, folder, ASYNC_MODE=mode)


def test_who_belongs_nowhere_is_closed_over_websocket_and_over_polling_and_the_others_stay(scene: Scene) -> None:
    auth = {"v": 1, "municipality": scene.cast.slug}
    opened_at = time.monotonic()
    polling = Polling(scene.server.address)
    never, refused, gone, at_home = (RawSocket(scene.server.port) for _ in range(4))
    assert refused.enter("/youth", {}).startswith("44")
    assert gone.enter("/youth", auth).startswith("40")
    assert at_home.enter("/youth", auth).startswith("40")
    gone.send("41/youth,")
    for stray in (never, refused, gone):
        assert stray.closed_after(AT_LATEST) > opened_at + PATIENCE
    assert polling.is_closed_until(opened_at + AT_LATEST)
    at_home.send('42/youth,7["heartbeat",{"after":0}]')
    assert at_home.ack("/youth", 7)["ok"]
    at_home.close()


class Polling:
    """A connection over plain requests, that enters no namespace and answers its pings."""

    def __init__(self, address: str) -> None:
        self._address = f"{address}/socket.io/?EIO=4&transport=polling"
        opened = self._ask()
        assert opened.startswith("0{")
        self._address += "&sid=" + json.loads(opened[1:])["sid"]

    def is_closed_until(self, deadline: float) -> bool:
        """Poll until the server has closed the connection, or the time is over."""
        while time.monotonic() < deadline:
            try:
                packets = self._ask().split("\x1e")
            except HTTPError:
                return True
            if "1" in packets:
                return True
            if "2" in packets:
                self._ask(b"3")
        return False

    def _ask(self, data: bytes | None = None) -> str:
        with urlopen(Request(self._address, data=data), timeout=30) as answer:
            return answer.read().decode()
