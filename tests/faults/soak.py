"""A long bad evening: everything mixed at random, on both databases. ``python -m tests.faults.soak MINUTES [SEED]``."""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from time import monotonic

from argon2 import PasswordHasher

from tests.cast import PASSWORD
from tests.faults import evening, installation, nemesis, small_disk
from tests.faults.figures import Figures
from tests.faults.rig import Rig
from tests.faults.small_disk import SmallDisk
from tests.servers import postgresql

Fault = Callable[[], Awaitable[object]]

LONG_DOWNTIME = 180  # seconds
BREATH = (5, 25)  # fewest and most seconds between two faults
RECOVERY = 20  # acks


def main(minutes: float, seed: int) -> int:
    """Run it, print what both came to, and return an exit code."""
    print(f"{minutes:g} minutes, seed {seed}", flush=True)
    password_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with (
        tempfile.TemporaryDirectory(prefix="lyttepunkt-soak-") as folder,
        postgresql.running(durable=True) as cluster,
        small_disk.mounted(Path(folder) / "disk") as disk,
        installation.on_both(
            cluster, Path(folder), password_hash, database=disk.folder, by_moving_clocks=True
        ) as served,
    ):
        figures = evening.spend(served, lambda rig: torment(rig, disk, minutes * 60, seed), seed, by_proxy=True)
    for each in figures:
        print_one(each)
    return min(1, sum(len(each.violations) for each in figures))


async def torment(rig: Rig, disk: SmallDisk, seconds: float, seed: int) -> None:
    """Let one fault after another befall an installation; the longest downtime comes in the middle, once."""
    dice = Random(f"{seed} {rig.installation.name}")
    faults = short_faults(rig, disk, dice)
    begin = monotonic()
    while (passed := monotonic() - begin) < seconds:
        if passed > seconds / 2 and not rig.figures.faults["3 minutes of downtime"]:
            rig.note("3 minutes of downtime")
            await nemesis.kill_server(rig, LONG_DOWNTIME)
        else:
            await dice.choice(faults)()
        await asyncio.sleep(dice.uniform(*BREATH))
        await rig.wait_for_acks(RECOVERY)
        print(f"{passed:6.0f} s  {rig.installation.name:<11} {rig.acked} acked", flush=True)


def short_faults(rig: Rig, disk: SmallDisk, dice: Random) -> list[Fault]:
    """Return what may happen at any time; what happens more often stands in the list more often."""
    kill: Fault = lambda: nemesis.kill_server(rig)  # noqa: E731 - a list of deeds, each with its own dice
    faults: list[Fault] = [
        *[kill] * 6,
        lambda: nemesis.kill_server(rig, dice.uniform(5, 40)),
        lambda: nemesis.restart_server(rig),
        lambda: nemesis.suspend_server(rig, 20),
        lambda: nemesis.move_clock(rig, dice.choice([-3600, 0, 3600]), dice.uniform(0, 5)),
        lambda: nemesis.cut_connections(rig),
        lambda: nemesis.hold_back_answers(rig, dice.uniform(2, 8)),
        lambda: nemesis.hold_back_requests(rig, dice.uniform(2, 8)),
        lambda: nemesis.lose_clients(rig),
        lambda: nemesis.lose_server(rig),
        lambda: nemesis.silence_a_counsellor(rig, dice.uniform(30, 180)),
    ]
    if rig.installation.cluster:
        return [*faults, *[lambda: nemesis.kill_database(rig)] * 2]
    return [*faults, lambda: nemesis.fill_disk(rig, disk, refusals=30)]


def print_one(figures: Figures) -> None:
    """Print one installation's part of the final table."""
    print(figures)
    for violation in figures.violations:
        print(f"    {violation.rule}: {violation.sentence}")


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(main(float(words[0]) if words else 30, int(words[1]) if words[1:] else int(time.time())))
