"""``kill -9`` under load: what was acknowledged is there once, in order, with nothing missing between."""

import pytest

from tests.faults import nemesis
from tests.faults.conftest import run
from tests.faults.figures import Figures
from tests.faults.installation import Installation
from tests.faults.rig import Rig

KILLS = 5
MESSAGES = 400


@pytest.mark.timeout(300)
def test_sixty_kills_among_five_thousand_messages_lose_nothing_on_either_database(both: list[Installation]) -> None:
    for figures in run(*(under_kills(installation) for installation in both)):
        print(figures)
        assert figures.violations == []
        assert figures.acked >= MESSAGES
        assert figures.doubts > 0, "no kill hit anyone"


async def under_kills(installation: Installation) -> Figures:
    """Kill the server again and again, each time a little after it has begun to acknowledge."""
    rig = Rig(installation, seed=9)
    await rig.start()
    try:
        for _ in range(KILLS):
            await rig.wait_for_acks(MESSAGES // KILLS)
            await nemesis.kill_server(rig)
        await rig.wait_for_acks(MESSAGES // KILLS)
        return await rig.finish()
    finally:
        await rig.stop()
