"""``kill -9`` of PostgreSQL under a running server: what was acknowledged was on the disk."""

from tests.faults import evening, nemesis
from tests.faults.installation import Installation
from tests.faults.rig import Rig

KILLS = 3


def test_killing_postgresql_loses_nothing_that_was_acked(both: list[Installation]) -> None:
    evening.without_violation([one for one in both if one.cluster], database_killed)


async def database_killed(rig: Rig) -> None:
    """Again and again, and the server finds back by itself."""
    for _ in range(KILLS):
        await rig.wait_for_acks(50)
        await nemesis.kill_database(rig)
    await rig.wait_for_acks(50)
