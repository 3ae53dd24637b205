"""``python -m demo``: the installation and a school's page from another origin, which end together."""

import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import migrated_url
from tests.servers.process import PATIENCE, ROOT, ServerProcess


class Demonstration(ServerProcess):
    """Both servers, started as ``make demo`` starts them."""

    @property
    def school(self) -> str:
        """Where the school is."""
        return f"http://127.0.0.1:{self.port + 1}"

    def launch(self) -> None:
        """Start it and wait for nothing."""
        with self.output.open("ab") as output:
            command = [sys.executable, "-m", "demo"]
            self._process = subprocess.Popen(command, cwd=ROOT, env=self.environment(), stdout=output, stderr=output)


@pytest.fixture(params=["sqlite"])
def demonstration(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Demonstration]:
    """One that is ended whatever happens."""
    made = Demonstration(migrated_url(request, tmp_path), port_with_a_neighbour(), tmp_path / "output.txt")
    yield made
    if made._process and made._process.poll() is None:
        made.terminate()


def port_with_a_neighbour() -> int:
    """Return a free port after which there is another, below those that the system itself hands out meanwhile."""
    while True:
        port = random.randrange(20_000, 30_000)
        if is_free(port) and is_free(port + 1):
            return port


def is_free(port: int) -> bool:
    with socket.socket() as candidate:
        return candidate.connect_ex(("127.0.0.1", port)) != 0


def wait_until_free(*ports: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while not all(map(is_free, ports)):
        assert time.monotonic() < deadline, ports
        time.sleep(0.02)


@contextmanager
def taken(port: int) -> Iterator[None]:
    """Let somebody else have a port."""
    with socket.create_server(("127.0.0.1", port)):
        yield


def test_the_school_embeds_the_chat_under_a_strict_policy(demonstration: Demonstration) -> None:
    demonstration.launch()
    demonstration.wait_until_it_answers()
    with urllib.request.urlopen(demonstration.school, timeout=5) as answer:
        page, policy = answer.read().decode(), answer.headers["Content-Security-Policy"]
    assert f'src="{demonstration.address}/widget.js" data-municipality="demo"' in page
    assert f"frame-src {demonstration.address};" in policy
    assert "unsafe" not in policy
    for name in ("colours.css", "school.css", "school.js"):
        with urllib.request.urlopen(f"{demonstration.school}/{name}", timeout=5) as answer:
            assert answer.status == 200
    for name in ("school/index.html", "../config.py", "%2e%2e/config.py", "school.py"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{demonstration.school}/{name}", timeout=5)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_both_in_order(demonstration: Demonstration, how: signal.Signals) -> None:
    demonstration.launch()
    demonstration.wait_until_it_answers()
    demonstration.send(how)
    assert demonstration.exit_code() == 0
    assert "Draining" in demonstration.output.read_text()
    wait_until_free(demonstration.port, demonstration.port + 1)


def test_a_schools_port_that_is_taken_is_said_in_one_sentence(demonstration: Demonstration) -> None:
    with taken(demonstration.port + 1):
        demonstration.launch()
        assert demonstration.exit_code() == 1
    said = demonstration.output.read_text()
    assert f"The demonstration cannot listen on {demonstration.school}" in said
    assert "Traceback" not in said
    assert is_free(demonstration.port)


def test_an_installation_that_cannot_start_ends_the_school(demonstration: Demonstration) -> None:
    with taken(demonstration.port):
        demonstration.launch()
        assert demonstration.exit_code() == 1
    said = demonstration.output.read_text()
    assert f"Lyttepunkt cannot listen on 127.0.0.1 port {demonstration.port}" in said
    assert "Traceback" not in said
    assert is_free(demonstration.port + 1)
