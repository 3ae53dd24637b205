"""A disk without a byte left: nothing is acknowledged that cannot be kept, and the first free byte heals everything."""

from functools import partial
from pathlib import Path

from tests.faults import evening, installation, nemesis, small_disk
from tests.faults.rig import Rig
from tests.faults.small_disk import SmallDisk

REFUSALS = 20


def test_a_full_disk_loses_nothing_that_was_acked(tmp_path: Path, password_hash: str) -> None:
    with (
        small_disk.mounted(tmp_path / "disk") as disk,
        installation.on_sqlite(tmp_path, password_hash, database=disk.folder) as served,
    ):
        evening.without_violation([served], partial(disk_filled, disk))


async def disk_filled(disk: SmallDisk, rig: Rig) -> None:
    """Full, until many were told so; then there is room again."""
    await rig.wait_for_acks(50)
    await nemesis.fill_disk(rig, disk, REFUSALS)
    await rig.wait_for_acks(50)
