"""A real PostgreSQL of our own, thrown away afterwards."""

import os
import secrets
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.servers import requirement


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postgresql:
    """A running cluster in which tests create databases of their own."""

    def __init__(self, port: int) -> None:
        self._port = port

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


@contextmanager
def running() -> Iterator[Postgresql]:
    """Start a cluster, hand it over, stop it."""
    places = requirement.postgresql_folders()
    initdb = requirement.program("initdb", "postgresql", *places)
    pg_ctl = requirement.program("pg_ctl", "postgresql", *places)
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="lyttepunkt-postgresql-") as folder:
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root; Debian's package brings a user for it.
            os.chmod(folder, 0o755)
            subprocess.run(["chown", "postgres", folder], check=True)
        data = Path(folder) / "data"
        as_postgres(initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        as_postgres(pg_ctl, "-D", data, "-w", "-l", Path(folder) / "log", "-o", options, "start")
        try:
            yield Postgresql(port)
        finally:
            as_postgres(pg_ctl, "-D", data, "-m", "immediate", "-w", "stop")


def as_postgres(*command: object) -> None:
    """Run a command as a user that PostgreSQL accepts."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    words = prefix + [str(word) for word in command]
    subprocess.run(words, check=True, cwd="/", stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
