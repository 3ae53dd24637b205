"""``kill -9`` under load: what was acknowledged is there once, in order, with nothing missing between."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.persistence.database import Database
from tests import cast as casting
from tests.cast import PASSWORD, Cast
from tests.conftest import BACKENDS, migrated_url
from tests.faults.bot import Bot
from tests.faults.pair import Pair
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess

PAIRS = 10
KILLS = 10
ACKS_BETWEEN_KILLS = 60
PATIENCE = 60  # seconds


@pytest.fixture(params=BACKENDS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerProcess]:
    """A server of its own, to be killed."""
    running = ServerProcess(migrated_url(request, tmp_path), free_port(), tmp_path / "output.txt")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def casts(server: ServerProcess, password_hash: str) -> list[Cast]:
    """One municipality for every three pairs: a counsellor holds three at most."""
    database = Database(server.database_url)
    assembled = [casting.assemble(database, password_hash) for _ in range(-(-PAIRS // 3))]
    database.close()
    return assembled


@pytest.mark.timeout(240)
def test_ten_kills_under_ten_talking_pairs_lose_nothing(server: ServerProcess, casts: list[Cast]) -> None:
    pairs = [Pair(server.address, casts[number // 3], PASSWORD) for number in range(PAIRS)]
    bots = [bot for pair in pairs for bot in pair.start()]
    for _ in range(KILLS):
        wait_for_acks(bots, total(bots) + ACKS_BETWEEN_KILLS)
        server.kill()
        server.start()
    wait_for_acks(bots, total(bots) + ACKS_BETWEEN_KILLS)
    for bot in bots:
        bot.stop()
    assert sum(bot.doubts for bot in bots) > 0, "no kill hit anyone"
    for pair in pairs:
        check(pair)
    print(f"{KILLS} kills, {total(bots)} messages acked, {sum(bot.doubts for bot in bots)} sends in doubt")


def check(pair: Pair) -> None:
    """Compare what each side was told with what the log says."""
    entries = pair.read_log()
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1)), "a gap"
    messages = [entry for entry in entries if entry["kind"] == "message"]
    names = [(entry["from"], entry["cid"]) for entry in messages]
    assert len(names) == len(set(names)), "a message stands twice"
    for side, bot in pair.bots.items():
        own = [(entry["seq"], entry["cid"], entry["body"]) for entry in messages if entry["from"] == side]
        acked = [(seq, message["cid"], message["body"]) for seq, message in bot.acked]
        assert own == acked, f"the {side}'s messages are not what was acknowledged, in order"


def total(bots: list[Bot]) -> int:
    """Count the acknowledged messages."""
    return sum(len(bot.acked) for bot in bots)


def wait_for_acks(bots: list[Bot], wanted: int) -> None:
    """Wait until that many messages are acknowledged."""
    deadline = time.monotonic() + PATIENCE
    while total(bots) < wanted:
        assert all(bot.is_alive() for bot in bots), "a bot died"
        assert time.monotonic() < deadline, f"only {total(bots)} of {wanted} messages were acknowledged"
        time.sleep(0.01)
