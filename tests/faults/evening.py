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


def without_violation(installations: Iterable[Installation], plot: Plot, *, by_proxy: bool = False) -> list[Figures]:
    """Let the same befall every installation at the same time; return and print what they came to."""
    figures = spend(installations, plot, SEED, by_proxy=by_proxy)
    for each in figures:
        print(each)
        assert not each.violations, "\n".join(map(str, each.violations[:20]))
    return figures


def spend(installations: Iterable[Installation], plot: Plot, seed: int, *, by_proxy: bool) -> list[Figures]:
    """Let the same befall every installation at the same time, and return what they came to."""
    rigs = [Rig(installation, seed, by_proxy=by_proxy) for installation in installations]
    return asyncio.run(_together(rigs, plot))


async def _together(rigs: Iterable[Rig], plot: Plot) -> list[Figures]:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    return await asyncio.gather(*(_one(rig, plot) for rig in rigs))


async def _one(rig: Rig, plot: Plot) -> Figures:
    await rig.start()
    try:
        await plot(rig)
        return await rig.finish()
    finally:
        await rig.stop()
