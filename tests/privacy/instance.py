"""A whole installation of its own: everything it could write to is known, so that everything can be searched."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from app.persistence.database import Database
from tests import cast as casting
from tests import search
from tests.cast import Cast
from tests.privacy import canaries, nginx
from tests.privacy.nginx import Nginx
from tests.servers.postgresql import Postgresql, free_port
from tests.servers.process import ROOT, ServerProcess

FAULTY = Path(__file__).with_name("faulty_wsgi.py")
TOKEN = "a-token-for-metrics-that-is-long-enough"


@dataclass(frozen=True, slots=True)
class Instance:
    """``home`` holds what the server and its commands write; ``cluster`` and ``proxy`` keep their own folders."""

    home: Path
    server: ServerProcess
    cast: Cast
    cluster: Postgresql | None
    proxy: Nginx | None

    @property
    def door(self) -> int:
        """Return the port that visitors knock at."""
        return self.proxy.port if self.proxy else self.server.port

    def traces(self) -> list[str]:
        """Say which canary is found where: in files, a fresh backup among them, and in the figures."""
        self._back_up()
        figures = search.needles_in(self._metrics(), canaries.needles())
        return [*self.files_with_traces(), *(f"{name} stands in /metrics" for name in figures)]

    def files_with_traces(self) -> list[str]:
        """Say which canary is found in which file."""
        return list(search.found_in(self._places(), canaries.needles()))

    def _places(self) -> list[Path]:
        """Return every folder that anything of it can write into, the checkout's own included."""
        folders = [self.home, ROOT / "instance"]
        if self.cluster:
            folders += [self.cluster.data, self.cluster.log]
        if self.proxy:
            folders.append(self.proxy.folder)
        return [folder for folder in folders if folder.exists()]

    def _metrics(self) -> bytes:
        request = Request(f"{self.server.address}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        with urlopen(request, timeout=10) as answer:
            return answer.read()

    def _back_up(self) -> None:
        command = [sys.executable, "-m", "flask", "backup", str(self.home / f"backup-{os.urandom(4).hex()}.json")]
        subprocess.run(command, cwd=ROOT, env=self.server.environment(), check=True, capture_output=True)


@contextmanager
def running(
    home: Path, url: str, password_hash: str, *faults: str, cluster: Postgresql | None = None, by_proxy: bool = False
) -> Iterator[Instance]:
    """Serve from a migrated database, with some faults, behind nginx or not."""
    (home / "tmp").mkdir()
    port = free_port()
    with nginx.in_front_of(port) if by_proxy else nullcontext() as proxy:
        environment = {
            "FAULTS": " ".join(faults),
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
            "METRICS_TOKEN": TOKEN,
            "PUBLIC_URL": proxy.address if proxy else f"http://127.0.0.1:{port}",
            "TRUSTED_PROXIES": "1",  # without a proxy: whoever connects is believed what they claim
        }
        server = ServerProcess(url, port, home / "output.txt", script=FAULTY, **environment)
        server.start()
        try:
            yield Instance(home, server, _cast(url, password_hash), cluster, proxy)
        finally:
            server.end_somehow()


def _cast(url: str, password_hash: str) -> Cast:
    database = Database(url)
    try:
        return casting.assemble(database, password_hash)
    finally:
        database.close()
