"""A disk so small that it can be filled: a tmpfs of a few megabytes."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import requirement

MEGABYTES = 16


class SmallDisk:
    """Whatever is put into ``folder`` shares its few megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave not a byte free."""
        with self._filler.open("wb", buffering=0) as filler:
            for size in (1 << 16, 1 << 12):
                self._write_until_full(filler.fileno(), bytes(size))

    def make_room(self) -> None:
        """Take the filler away."""
        self._filler.unlink()

    def _write_until_full(self, filler: int, piece: bytes) -> None:
        try:
            while os.write(filler, piece):
                pass
        except OSError:
            return


@contextmanager
def mounted(folder: Path) -> Iterator[SmallDisk]:
    """Mount one, which takes root, and take it away again."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "lyttepunkt-small-disk", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        requirement.missing("a small tmpfs can be mounted by root only, where mounting is permitted at all")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
