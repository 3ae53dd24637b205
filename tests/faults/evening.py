"""Runs evenings: lets the bots in, lets something befall them, and in the end makes sure that nothing was lost."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from tests.faults.figures import Figures
from tests.faults.installation import Installation
from tests.faults.rig import Rig

Plot = Callable[[Rig], Awaitable[None]]

SEED = 9
THREADS = 64  # a fault must not queue behind sign-ins that wait for the server it is to end


def without_violation(installations: Iterable[Installation], plot: Plot) -> list[Figures]:
    """Let the same befall every installation at the same time; return and print what they came to."""
    figures = spend(installations, plot, SEED)
    for each in figures:
        print(each)
        assert not each.violations, "\n".join(map(str, each.violations[:20]))
    return figures


def spend(installations: Iterable[Installation], plot: Plot, seed: int) -> list[Figures]:
    """Let the same befall every installation at the same time, and return what they came to."""
    return asyncio.run(_together(installations, plot, seed))


async def _together(installations: Iterable[Installation], plot: Plot, seed: int) -> list[Figures]:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    return await asyncio.gather(*(_one(Rig(installation, seed), plot) for installation in installations))


async def _one(rig: Rig, plot: Plot) -> Figures:
    await rig.start()
    try:
        await plot(rig)
        return await rig.finish()
    finally:
        await rig.stop()
