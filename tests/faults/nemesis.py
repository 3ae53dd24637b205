"""What may befall an installation on a bad evening."""

import asyncio

from tests.faults.rig import Rig


async def kill_server(rig: Rig) -> None:
    """``kill -9``, and a new process."""
    rig.figures.faults["kill -9"] += 1
    server = rig.installation.server
    await asyncio.to_thread(server.kill)
    await asyncio.to_thread(server.start)


async def suspend_server(rig: Rig, seconds: float) -> None:
    """Freeze the process in the middle of whatever it does."""
    rig.figures.faults["SIGSTOP"] += 1
    rig.installation.server.freeze()
    await asyncio.sleep(seconds)
    rig.installation.server.thaw()


async def kill_database(rig: Rig) -> None:
    """``kill -9`` of every process of the cluster, and a new start from its write-ahead log."""
    rig.figures.faults["kill -9 of PostgreSQL"] += 1
    cluster = rig.installation.cluster
    assert cluster is not None
    await asyncio.to_thread(cluster.kill)
    await asyncio.to_thread(cluster.start)
