"""What may befall an installation on a bad evening."""

import asyncio

from tests.faults.rig import Rig
from tests.faults.small_disk import SmallDisk


async def kill_server(rig: Rig, downtime: float = 0) -> None:
    """``kill -9``, and a new process after a while."""
    rig.note("kill -9")
    await asyncio.to_thread(rig.installation.server.kill)
    await asyncio.sleep(downtime)
    await asyncio.to_thread(rig.installation.server.start)


async def restart_server(rig: Rig) -> int:
    """SIGTERM, and a new process once the old one has ended; returns its exit code."""
    rig.note("SIGTERM")
    code = await asyncio.to_thread(rig.installation.server.terminate)
    await asyncio.to_thread(rig.installation.server.start)
    return code


async def suspend_server(rig: Rig, seconds: float) -> None:
    """SIGSTOP in the middle of whatever it does, and SIGCONT."""
    rig.note("SIGSTOP")
    rig.installation.server.freeze()
    await asyncio.sleep(seconds)
    rig.installation.server.thaw()


async def kill_database(rig: Rig) -> None:
    """``kill -9`` of every process of the cluster, and a new start from its write-ahead log."""
    rig.note("kill -9 of PostgreSQL")
    cluster = rig.installation.cluster
    assert cluster is not None
    await asyncio.to_thread(cluster.kill)
    await asyncio.to_thread(cluster.start)


async def move_clock(rig: Rig, offset: int, settling: float) -> None:
    """Set the server's clock that many seconds off, and give it time to notice."""
    rig.note("clock step")
    assert rig.installation.clock is not None
    rig.installation.clock.move_to(offset)
    await asyncio.sleep(settling)


async def fill_disk(rig: Rig, disk: SmallDisk, refusals: int) -> None:
    """Leave no byte free until that many requests were answered that they cannot be kept."""
    rig.note("full disk")
    await asyncio.to_thread(disk.fill)
    await rig.wait_for_refusals(refusals)
    disk.make_room()


async def cut_connections(rig: Rig) -> None:
    """Reset every connection."""
    rig.note("cut")
    rig.proxy.cut()


async def hold_back_answers(rig: Rig, seconds: float) -> None:
    """Deliver late what the server says, after everyone's patience with it has ended."""
    rig.note("late answers")
    await rig.proxy.hold_back_answers(seconds)


async def hold_back_requests(rig: Rig, seconds: float) -> None:
    """Deliver late what the clients say, after they have said it again."""
    rig.note("late requests")
    await rig.proxy.hold_back_requests(seconds)


async def silence_a_counsellor(rig: Rig, seconds: float) -> None:
    """Let one console vanish without a word, for longer than anyone waits for a counsellor or not."""
    rig.note("vanished counsellor")
    await rig.silence_a_counsellor(seconds)


async def lose_clients(rig: Rig) -> None:
    """Let every connection end at the client only."""
    rig.note("half-open at the server")
    rig.proxy.lose_the_clients()


async def lose_server(rig: Rig) -> None:
    """Let every connection end at the server only."""
    rig.note("half-open at the clients")
    rig.proxy.lose_the_server()
