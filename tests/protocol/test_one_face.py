"""One face: whoever answers, a youth is sent the same frames but for the text."""

from typing import Any

from tests.protocol.conftest import Scene
from tests.servers.client import Client, new_body, new_cid, new_pairing, new_resume

# What is drawn afresh in every conversation, and the versions of levels that others move too.
DRAWN = {"body", "cid", "enc", "key_id", "public_key", "sealed", "v"}


def test_two_counsellors_are_one_and_the_same_to_a_youth(scene: Scene) -> None:
    alex, kim = scene.on_duty(scene.cast.alex), scene.on_duty(scene.cast.kim)
    with_alex, with_kim = evening_with(scene, alex), evening_with(scene, kim)
    assert with_alex == with_kim
    assert [name for name, _ in with_alex] == ["availability"] + ["entry"] * 6 + ["peer", "position", "sync"]


def evening_with(scene: Scene, console: Client) -> list[tuple[str, Any]]:
    """Let a youth talk with a counsellor from beginning to end, and return everything her page was told."""
    page = scene.youth()
    page.wait_for("availability")
    conversation = page.ok("join", {"cid": new_cid(), "resume": new_resume()})["conversation"]
    page.wait_for("position")
    pairing = new_pairing()
    console.ok("accept", pairing)
    page.ok("seal", {"cid": new_cid(), "key_id": pairing["key_id"], "enc": new_body(65), "sealed": new_body(48)})
    page.ok("send", {"cid": new_cid(), "body": new_body()})
    console.ok("send", {"conversation": conversation, "cid": new_cid(), "body": new_body()})
    last = console.ok("end", {"conversation": conversation, "cid": new_cid()})["seq"]
    for seq in range(1, last + 1):
        page.wait_for("entry", lambda entry, seq=seq: entry["seq"] == seq)
    told = [*page.everything_heard(), ("sync", page.ok("sync", {"after": 0}))]
    # The client hears each frame in a thread of its own, so their order here says nothing.
    return sorted(((name, masked(payload)) for name, payload in told), key=str)


def masked(told: Any) -> Any:
    """Hide what is drawn afresh each time, but not that it is there."""
    if isinstance(told, list):
        return [masked(each) for each in told]
    if isinstance(told, dict):
        return {name: "drawn" if name in DRAWN else masked(value) for name, value in told.items()}
    return told
