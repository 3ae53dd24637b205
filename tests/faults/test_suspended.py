"""A server that stands still for longer than any sign of life may be away: nobody loses anything by it."""

from tests.faults import evening, nemesis
from tests.faults.installation import Installation
from tests.faults.rig import Rig

SECONDS = 12  # over the ten that count as an absence


def test_a_suspended_server_loses_nothing_and_gives_nobody_up(both: list[Installation]) -> None:
    evening.without_violation(both, suspended)


async def suspended(rig: Rig) -> None:
    """Once, in the middle of everything."""
    await rig.wait_for_acks(50)
    await nemesis.suspend_server(rig, SECONDS)
    await rig.wait_for_acks(50)
