"""Typing, reading, being there: told to the one other side, and to nobody else."""

import pytest

from tests.protocol.conftest import Scene
from tests.servers.client import Client, new_body, new_cid, new_resume


@pytest.fixture
def strangers(scene: Scene) -> list[Client]:
    """Everyone else who has a socket open."""
    kim, charlie = scene.on_duty(scene.cast.kim), scene.on_duty(scene.cast.charlie)
    sam, _, _ = scene.joined()
    return [kim, charlie, sam]


def assert_unheard(strangers: list[Client], *events: str) -> None:
    for stranger in strangers:
        stranger.ask("sync", {})  # whatever was on its way before is here now
        assert [name for name, _ in stranger.everything_heard() if name in events] == []


def test_typing_is_told_to_the_other_side_only(scene: Scene, strangers) -> None:
    noor, alex, conversation = talking(scene)
    noor.ok("typing", {"on": True})
    assert alex.wait_for("typing") == {"conversation": conversation, "on": True}
    alex.ok("typing", {"conversation": conversation, "on": False})
    assert noor.wait_for("typing") == {"on": False}
    assert_unheard(strangers, "typing")


def test_typing_while_waiting_is_told_to_nobody(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    noor, _, _ = scene.joined()
    noor.ok("typing", {"on": True})
    assert_unheard([alex], "typing")


def test_reading_is_told_to_the_other_side_and_only_grows(scene: Scene, strangers) -> None:
    noor, alex, conversation = talking(scene)
    seq = noor.ok("send", {"cid": new_cid(), "body": new_body()})["seq"]
    alex.ok("read", {"conversation": conversation, "seq": seq})
    assert noor.wait_for("read") == {"seq": seq}
    alex.ok("read", {"conversation": conversation, "seq": 1})
    assert noor.ok("sync", {"after": 0})["read"] == seq
    noor.ok("read", {"seq": 1})
    assert alex.wait_for("read") == {"conversation": conversation, "seq": 1}
    assert noor.heard("read") == [{"seq": seq}]
    assert_unheard(strangers, "read")


def test_nobody_has_read_what_is_not_written_yet(scene: Scene) -> None:
    noor, alex, conversation = talking(scene)
    alex.ok("read", {"conversation": conversation, "seq": 999})
    assert noor.ok("sync", {"after": 0})["read"] == 2


def test_a_sleeping_phone_is_told_to_its_counsellor_only(scene: Scene, strangers) -> None:
    alex = scene.on_duty(scene.cast.alex)
    page = scene.youth()
    resume = new_resume()
    conversation = page.ok("join", {"cid": new_cid(), "resume": resume, "urgent": True})["conversation"]
    alex.ok("accept", {"cid": new_cid(), "key_id": "key", "public_key": "B" * 87})
    page.close()
    asleep = alex.wait_for("peer", lambda level: not level["connected"])
    assert asleep["conversation"] == conversation
    scene.youth(resume=resume)
    awake = alex.wait_for("peer", lambda level: level["connected"])
    assert awake["v"] > asleep["v"]
    assert_unheard(strangers, "peer")


def test_a_page_that_comes_back_is_told_whether_its_counsellor_is_there(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    _, _, join = scene.joined()
    alex.ok("accept", {"cid": new_cid(), "key_id": "key", "public_key": "B" * 87})
    assert scene.youth(resume=join["resume"]).wait_for("peer")["connected"] is True


def talking(scene: Scene) -> tuple[Client, Client, str]:
    """Let Noor, who is urgent, and Alex talk, whoever else waits."""
    alex = scene.on_duty(scene.cast.alex)
    noor = scene.youth()
    join = {"cid": new_cid(), "resume": new_resume(), "urgent": True}
    conversation = noor.ok("join", join)["conversation"]
    alex.ok("accept", {"cid": new_cid(), "key_id": "key", "public_key": "B" * 87})
    return noor, alex, conversation
