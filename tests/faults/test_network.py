"""A network that cuts, holds back, and loses one end of a connection without the other."""

from tests.faults import evening, nemesis
from tests.faults.installation import Installation
from tests.faults.rig import Rig

SECONDS = 3  # twice as long as a hurried bot waits for an ack
CUTS = 5


def test_cut_connections_lose_nothing(both: list[Installation]) -> None:
    figures = evening.without_violation(both, cut, by_proxy=True)
    assert all(each.resumes >= CUTS for each in figures)


def test_late_and_half_open_connections_lose_nothing(both: list[Installation]) -> None:
    figures = evening.without_violation(both, held_back_and_half_open, by_proxy=True)
    assert all(each.doubts > 0 for each in figures)


async def cut(rig: Rig) -> None:
    """Everybody at once, again and again."""
    for _ in range(CUTS):
        await rig.wait_for_acks(30)
        await nemesis.cut_connections(rig)
    await rig.wait_for_acks(30)


async def held_back_and_half_open(rig: Rig) -> None:
    """Answers come late, requests come late, then each end is lost without the other."""
    await rig.wait_for_acks(30)
    await nemesis.hold_back_answers(rig, SECONDS)
    await rig.wait_for_acks(30)
    await nemesis.hold_back_requests(rig, SECONDS)
    await rig.wait_for_acks(30)
    await nemesis.lose_clients(rig)
    await rig.wait_for_acks(30)
    await nemesis.lose_server(rig)
    await rig.wait_for_acks(30)
