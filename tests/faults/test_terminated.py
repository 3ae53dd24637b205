"""SIGTERM, as an operator updates a server in the middle of an evening."""

from tests.faults import evening, nemesis
from tests.faults.installation import Installation
from tests.faults.rig import Rig

RESTARTS = 3


def test_restarting_the_server_loses_nothing(both: list[Installation]) -> None:
    evening.without_violation(both, restarted)


async def restarted(rig: Rig) -> None:
    """Again and again; each time it ends in good order."""
    for _ in range(RESTARTS):
        await rig.wait_for_acks(50)
        assert await nemesis.restart_server(rig) == 0
    await rig.wait_for_acks(50)
