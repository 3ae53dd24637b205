"""A disk of a few megabytes, that can fill up and become read-only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import requirement

CHUNK = b"\0" * 4096


class SmallDisk:
    """A mounted tmpfs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Take all the room that is left."""
        try:
            with self._ballast.open("ab", buffering=0) as ballast:
                while ballast.write(CHUNK):
                    pass
        except OSError:
            return

    def empty(self) -> None:
        """Give the room back."""
        self._ballast.unlink()

    def allow_writing(self, allowed: bool) -> None:
        """Make it read-only, or writable again. No file on it may be open for writing."""
        subprocess.run(["mount", "-o", f"remount,{'rw' if allowed else 'ro'}", self.folder], check=True)


@contextmanager
def mounted(folder: Path, *, megabytes: int = 3) -> Iterator[SmallDisk]:
    """Mount a small disk for as long as the block lasts; that takes root, and a system that lets root do it."""
    if os.geteuid() != 0:
        requirement.missing("a small disk can only be mounted by root")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        requirement.missing("this system lets nobody mount a small disk")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
