"""Runs a throw-away PostgreSQL that commits to the disk as one in production does, until its input is closed.

Prints the address of an empty database. ``python bench/durable_postgresql.py FOLDER``
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.servers import requirement
from tests.servers.postgresql import as_postgres, free_port


def main(folder: Path) -> None:
    """Start it, say where it is, stop it when nobody needs it any more."""
    places = requirement.postgresql_folders()
    initdb = requirement.program("initdb", "postgresql", *places)
    pg_ctl = requirement.program("pg_ctl", "postgresql", *places)
    give_to_postgres(folder)
    port = free_port()
    data = folder / "data"
    as_postgres(initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    as_postgres(pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        sys.stdout.write(f"postgresql+psycopg2://postgres@127.0.0.1:{port}/postgres\n")
        sys.stdout.flush()
        sys.stdin.read()
    finally:
        as_postgres(pg_ctl, "-D", data, "-m", "immediate", "-w", "stop")


def give_to_postgres(folder: Path) -> None:
    """Make the folder one that PostgreSQL, which refuses to run as root, may write into."""
    folder.mkdir(parents=True)
    if os.geteuid() == 0:
        subprocess.run(["chown", "postgres", folder], check=True)  # noqa: S603, S607 - nothing here comes from outside


if __name__ == "__main__":
    main(Path(sys.argv[1]))
