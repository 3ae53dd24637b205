"""Handing over, on the wire: nobody is lost, nobody writes twice, and the youth learns nothing of who it was."""

from tests.protocol.conftest import Scene
from tests.servers.client import Payload, new_body, new_cid, new_pairing
from tests.vanishing import vanish


def hand_over(conversation: str, to: str = "line") -> Payload:
    return {"conversation": conversation, "cid": new_cid(), "to": to}


def test_to_the_line_and_on_to_whoever_takes_it(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    body = new_body()
    noor.ok("send", {"cid": new_cid(), "body": body})
    kim = scene.on_duty(scene.cast.kim)
    assert alex.ok("hand_over", hand_over(conversation))["seq"] == 4
    assert noor.wait_for("entry", lambda entry: entry["seq"] == 4) == {"seq": 4, "kind": "handed_over"}
    noor.wait_for("position", lambda level: level["ahead"] == 0)
    assert kim.ok("accept", new_pairing()) == {"ok": True, "conversation": conversation, "seq": 5}
    entries = kim.ok("sync", {"conversation": conversation, "after": 0, "limit": 200})["entries"]
    assert [entry.get("body") for entry in entries if entry["kind"] == "message"] == [body]
    assert alex.code("send", {"conversation": conversation, "cid": new_cid(), "body": new_body()}) == "E_NOT_YOURS"


def test_to_a_colleague_who_sees_that_it_is_kept_for_them(scene: Scene) -> None:
    _, alex, conversation = scene.paired()
    kim = scene.on_duty(scene.cast.kim, capacity=1)
    shown = alex.wait_for("duties", lambda level: len(level["duties"]) == 2)["duties"]
    colleague = next(duty for duty in shown if duty["name"] == scene.cast.kim.email)
    assert colleague == {
        "staff": scene.cast.kim.id,
        "name": scene.cast.kim.email,
        "state": "on",
        "live": True,
        "capacity": 1,
        "room": 1,
    }
    alex.ok("hand_over", hand_over(conversation, to=scene.cast.kim.id))
    kim.wait_for("waiting_line", lambda level: [youth["reserved"] for youth in level["waiting"]] == ["you"])
    alex.wait_for("waiting_line", lambda level: [youth["reserved"] for youth in level["waiting"]] == ["colleague"])
    assert alex.code("accept", {**new_pairing(), "conversation": conversation}) == "E_CONFLICT"
    assert kim.ok("accept", new_pairing())["conversation"] == conversation


def test_sent_twice_it_happens_once(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    request = hand_over(conversation)
    assert alex.ok("hand_over", request) == alex.ok("hand_over", request)
    assert noor.ok("sync", {"after": 0})["last"] == 3


def test_to_nobody_else(scene: Scene) -> None:
    _, alex, conversation = scene.paired()
    scene.on_duty(scene.cast.charlie)
    refusals = {
        scene.cast.charlie.id: "E_FORBIDDEN",
        scene.cast.robin.id: "E_FORBIDDEN",
        "nobody": "E_FORBIDDEN",
        scene.cast.kim.id: "E_CONFLICT",
        scene.cast.alex.id: "E_CONFLICT",
    }
    for to, code in refusals.items():
        assert alex.code("hand_over", hand_over(conversation, to=to)) == code


def test_a_vanished_counsellor_is_replaced_and_fenced_off(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    vanish(scene.server.database_url, scene.cast.alex)
    assert noor.wait_for("entry", lambda entry: entry["kind"] == "handed_over")["seq"] == 3
    message = {"conversation": conversation, "cid": new_cid(), "body": new_body()}
    assert alex.ok("send", message)["seq"] == 4
    mine = alex.ok("set_duty", {"state": "on", "capacity": 3})["conversations"]
    assert [(held["conversation"], held["state"]) for held in mine] == [(conversation, "waiting")]
    kim = scene.on_duty(scene.cast.kim)
    assert kim.ok("accept", new_pairing())["conversation"] == conversation
    assert alex.code("send", {**message, "cid": new_cid()}) == "E_NOT_YOURS"
    assert alex.ok("set_duty", {"state": "on", "capacity": 3})["conversations"] == []


def test_a_vanished_counsellor_who_comes_back_first_takes_it_back(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    vanish(scene.server.database_url, scene.cast.alex)
    noor.wait_for("entry", lambda entry: entry["kind"] == "handed_over")
    alex.ok("set_duty", {"state": "on", "capacity": 1})
    assert alex.ok("accept", {**new_pairing(), "conversation": conversation})["seq"] == 4
    assert noor.ok("sync", {"after": 3})["state"] == "active"


def test_a_lost_key_is_replaced_without_a_word_about_who(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    pairing = new_pairing()
    rekey = {"conversation": conversation, **pairing}
    assert alex.ok("rekey", rekey) == alex.ok("rekey", rekey) == {"ok": True, "seq": 3}
    told = noor.wait_for("entry", lambda entry: entry.get("rekey"))
    key = {"key_id": pairing["key_id"], "public_key": pairing["public_key"]}
    assert told == {"seq": 3, "kind": "paired", "rekey": True, **key}
    seal = {"cid": new_cid(), "enc": new_body(65), "sealed": new_body(48)}
    assert noor.code("seal", {**seal, "key_id": new_cid()}) == "E_CONFLICT"
    assert noor.ok("seal", {**seal, "key_id": pairing["key_id"]})["seq"] == 4


def test_a_counsellor_can_close_for_misuse(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    alex.ok("end", {"conversation": conversation, "cid": new_cid(), "reason": "blocked"})
    assert noor.wait_for("entry", lambda entry: entry["kind"] == "ended")["reason"] == "blocked"
