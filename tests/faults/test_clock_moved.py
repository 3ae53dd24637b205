"""A clock that jumps under a running server: by an hour ahead, and back again."""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.request import urlopen

import pytest

from tests.faults import evening, nemesis
from tests.faults.installation import Installation
from tests.faults.rig import Rig

HOUR = 3600
SETTLING = 4  # seconds: to notice, and then a tick


def test_a_clock_that_jumps_loses_nothing_and_gives_nobody_up(both_by_moving_clocks: list[Installation]) -> None:
    evening.without_violation(both_by_moving_clocks, clock_moved)


async def clock_moved(rig: Rig) -> None:
    """An hour ahead, and an hour back; the server's own ``Date`` says that it has noticed."""
    for offset in (HOUR, 0):
        await rig.wait_for_acks(50)
        await nemesis.move_clock(rig, offset, SETTLING)
        ahead = await asyncio.to_thread(seconds_ahead, rig.installation.server.address)
        assert ahead == pytest.approx(offset, abs=60)
    await rig.wait_for_acks(50)


def seconds_ahead(address: str) -> float:
    """Ask the server what time it is, and return how far that is from what the machine says."""
    with urlopen(address, timeout=10) as page:
        return (parsedate_to_datetime(page.headers["Date"]) - datetime.now(UTC)).total_seconds()
