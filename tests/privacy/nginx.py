"""A real nginx, configured with what docs/operations.md tells operators to write."""

import os
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import requirement
from tests.servers.postgresql import free_port
from tests.servers.process import ROOT

PATIENCE = 10  # seconds
PAGE = ROOT / "docs" / "operations.md"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

# What surrounds it in Debian's own nginx.conf, as far as it says where something is written.
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/surrounding-error.log;
events {{}}
http {{
    access_log {folder}/access.log;
    {temporary}
    {documented}
}}
"""


class Nginx:
    """Listens on ``address``; whatever it writes is in ``folder``."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self.address = f"http://127.0.0.1:{port}"

    def take_the_disk_away(self) -> None:
        """Remove the folders for what is too big for its memory: a request that needed one would fail."""
        for name in TEMPORARY:
            (self.folder / name).rmdir()


@contextmanager
def in_front_of(upstream: int) -> Iterator[Nginx]:
    """Run one without privileges, on a loopback port, and end it with the block."""
    program = requirement.program("nginx", "nginx", "/usr/sbin")
    with tempfile.TemporaryDirectory(prefix="lyttepunkt-nginx-") as name:
        nginx = Nginx(Path(name), free_port())
        configuration = nginx.folder / "nginx.conf"
        configuration.write_text(surrounded(nginx, upstream))
        command = [program, "-p", name, "-c", str(configuration), "-e", f"{name}/surrounding-error.log"]
        with (nginx.folder / "output.txt").open("wb") as output:
            process = subprocess.Popen([*_as_nobody(nginx.folder), *command], stdout=output, stderr=output)
        try:
            _wait_until_it_listens(nginx, process)
            yield nginx
        finally:
            process.terminate()
            process.wait(PATIENCE)


def surrounded(nginx: Nginx, upstream: int) -> str:
    """Put what is documented where Debian's nginx would include it."""
    temporary = "\n    ".join(f"{name}_temp_path {nginx.folder}/{name};" for name in TEMPORARY)
    return AROUND.format(folder=nginx.folder, temporary=temporary, documented=documented(nginx, upstream))


def documented(nginx: Nginx, upstream: int) -> str:
    """Return the block of the page; only where things are is another here, and there is no certificate."""
    block = re.search(r"```nginx\n(.*?)```", PAGE.read_text(), re.DOTALL)
    assert block, "docs/operations.md shows no nginx configuration"
    text = block[1]
    for there, here in (
        ("listen 443 ssl;", f"listen 127.0.0.1:{nginx.port};"),
        ("/var/log/nginx/", f"{nginx.folder}/"),
        ("http://127.0.0.1:5000;", f"http://127.0.0.1:{upstream};"),
    ):
        assert there in text, f"the documented configuration does not say {there}"
        text = text.replace(there, here)
    return text


def _as_nobody(folder: Path) -> list[str]:
    """Return what makes a command run as Debian's user for web servers, if we are root."""
    if os.geteuid() != 0:
        return []
    folder.chmod(0o755)
    subprocess.run(["chown", "-R", "www-data", str(folder)], check=True)
    return ["runuser", "-u", "www-data", "--"]


def _wait_until_it_listens(nginx: Nginx, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", nginx.port)).close()
            return
        except OSError:
            said = (nginx.folder / "output.txt").read_text()
            assert process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.02)
