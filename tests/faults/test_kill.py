"""``kill -9`` under load: what was acknowledged is there once, in order, with nothing missing between."""

import pytest

from tests.faults import evening, nemesis
from tests.faults.installation import Installation
from tests.faults.rig import Rig

KILLS = 60
MESSAGES = 5_000


@pytest.mark.timeout(600)
def test_sixty_kills_among_five_thousand_messages_lose_nothing_on_either_database(both: list[Installation]) -> None:
    for figures in evening.without_violation(both, killed_again_and_again):
        assert figures.acked >= MESSAGES
        assert figures.doubts > 0, "no kill hit anyone"


async def killed_again_and_again(rig: Rig) -> None:
    """Each time a little after the server has begun to acknowledge."""
    for _ in range(KILLS):
        await rig.wait_for_acks(MESSAGES // KILLS)
        await nemesis.kill_server(rig)
    await rig.wait_for_acks(MESSAGES // KILLS + 1)
