"""A real PostgreSQL of our own, thrown away afterwards."""

import os
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.servers import requirement

PATIENCE = 20  # seconds


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postgresql:
    """A running cluster in which tests create databases of their own; unless ``durable`` it trusts the disk's cache."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self.log = folder / "log"
        self.data = folder / "data"
        self._port = free_port()
        self._pg_ctl = requirement.program("pg_ctl", "postgresql", *requirement.postgresql_folders())
        fsync = "on" if durable else "off"
        self._options = (
            f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync={fsync}"
        )

    def url(self, name: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql+psycopg2://postgres@127.0.0.1:{self._port}/{name}"

    def create_database(self, template: str = "template1") -> str:
        """Create a database, empty or copied from another, and return its address."""
        name = f"test_{secrets.token_hex(6)}"
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        engine.dispose()
        return self.url(name)

    def start(self) -> None:
        """Start it, after a kill too, and wait until it answers."""
        as_postgres(self._pg_ctl, "-D", self.data, "-w", "-l", self.log, "-o", self._options, "start")

    def stop(self) -> None:
        """Stop it without ceremony."""
        as_postgres(self._pg_ctl, "-D", self.data, "-m", "immediate", "-w", "stop")

    def kill(self) -> None:
        """End all of its processes as a power cut would, and wait until none is left."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        for pid in (postmaster, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + PATIENCE
        while any(Path(f"/proc/{pid}").exists() for pid in (postmaster, *children)):
            assert time.monotonic() < deadline, "PostgreSQL outlives kill -9"
            time.sleep(0.01)


@contextmanager
def running(*, durable: bool = False) -> Iterator[Postgresql]:
    """Start a cluster, hand it over, stop it."""
    initdb = requirement.program("initdb", "postgresql", *requirement.postgresql_folders())
    with tempfile.TemporaryDirectory(prefix="lyttepunkt-postgresql-") as folder:
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root; Debian's package brings a user for it.
            os.chmod(folder, 0o755)
            subprocess.run(["chown", "postgres", folder], check=True)
        cluster = Postgresql(Path(folder), durable=durable)
        as_postgres(initdb, "-D", cluster.data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()


def as_postgres(*command: object) -> None:
    """Run a command as a user that PostgreSQL accepts."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    words = prefix + [str(word) for word in command]
    subprocess.run(words, check=True, cwd="/", stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
