"""When it ends, nothing is left: no row, and no ciphertext in any file of the database."""

import time
from pathlib import Path

from sqlalchemy import make_url, text

from app.persistence.database import Database
from app.persistence.schema import TABLES
from tests.protocol.conftest import Scene
from tests.servers.client import Client, new_body, new_cid, new_pairing

PATIENCE = 70  # seconds; the promise is 60


def test_after_both_sides_saw_the_end_the_database_holds_nothing_of_it(scene: Scene) -> None:
    noor, alex, conversation, bodies = talk(scene)
    end = alex.ok("end", {"conversation": conversation, "cid": new_cid()})
    noor.ok("heartbeat", {"after": end["seq"]})
    assert_nothing_left(scene, [conversation, *bodies])


def test_a_youth_who_leaves_takes_everything_along(scene: Scene) -> None:
    noor, alex, conversation, bodies = talk(scene)
    left = noor.ok("leave", {"cid": new_cid(), "reason": "done"})
    alex.wait_for("entry", lambda entry: entry["kind"] == "ended")
    alex.ok("heartbeat", {"after": {conversation: left["seq"]}})
    assert_nothing_left(scene, [conversation, *bodies])


def talk(scene: Scene) -> tuple[Client, Client, str, list[str]]:
    alex = scene.on_duty(scene.cast.alex)
    noor, conversation, _ = scene.joined()
    alex.ok("accept", new_pairing())
    bodies = [new_body() for _ in range(6)]
    for number, body in enumerate(bodies):
        if number % 2:
            noor.ok("send", {"cid": new_cid(), "body": body})
        else:
            alex.ok("send", {"conversation": conversation, "cid": new_cid(), "body": body})
    return noor, alex, conversation, bodies


def assert_nothing_left(scene: Scene, traces: list[str]) -> None:
    url = scene.server.database_url
    database = Database(url)
    with database.read() as session:
        rows = [str(row) for table in TABLES for row in session.execute(text(f"SELECT * FROM {table.__tablename__}"))]
    database.close()
    assert not [trace for trace in traces if any(trace in row for row in rows)]
    if make_url(url).get_backend_name() == "sqlite":
        wait_until_gone(Path(str(make_url(url).database)), traces)


def wait_until_gone(path: Path, traces: list[str]) -> None:
    """The files follow within a minute: the write-ahead log must be folded in first."""
    deadline = time.monotonic() + PATIENCE
    while left := [trace for trace in traces if trace.encode() in everything_in(path)]:
        assert time.monotonic() < deadline, f"{len(left)} traces are still in the files"
        time.sleep(0.1)


def everything_in(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
