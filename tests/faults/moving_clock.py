"""A clock that can be moved under a running server: libfaketime between it and the machine's own."""

import glob
from pathlib import Path

from tests.servers import requirement

PLACES = "/usr/lib/*/faketime/libfaketime.so.1"


class MovingClock:
    """Only the time of day moves; what measures how long something took does not, as on a real machine."""

    def __init__(self, offset: Path) -> None:
        self._offset = offset
        self.move_to(0)

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to live by this clock."""
        found = glob.glob(PLACES)
        if not found:
            requirement.missing("libfaketime is not installed; the Debian package 'libfaketime' brings it")
        return {
            "LD_PRELOAD": found[0],
            "FAKETIME_TIMESTAMP_FILE": str(self._offset),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def move_to(self, seconds: int) -> None:
        """Set the clock that far ahead of the machine's own, or behind; it is noticed within a second."""
        fresh = self._offset.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}\n")
        fresh.rename(self._offset)
