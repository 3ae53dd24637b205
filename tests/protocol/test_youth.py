"""``/youth`` over a real socket: idempotent, gapless, and only one's own."""

from tests.protocol.conftest import Scene
from tests.servers.client import new_body, new_cid, new_pairing, new_resume


def test_the_page_is_told_what_is_true_as_soon_as_it_connects(scene: Scene) -> None:
    noor = scene.youth()
    assert noor.wait_for("availability") == {"v": 1, "state": "unstaffed"}
    scene.on_duty(scene.cast.alex)
    assert noor.wait_for("availability", lambda level: level["v"] == 2)["state"] == "open"


def test_join_is_refused_while_nobody_is_there(scene: Scene) -> None:
    assert scene.youth().code("join", {"cid": new_cid(), "resume": new_resume()}) == "E_CLOSED"


def test_the_same_join_from_a_second_socket_finds_the_same_conversation(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    _, conversation, join = scene.joined()
    again = scene.youth().ok("join", join)
    assert (again["conversation"], again["seq"], again["position"]["ahead"]) == (conversation, 1, 0)


def test_the_same_resume_with_another_cid_is_cid_reuse(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    page, _, join = scene.joined()
    assert page.code("join", {**join, "cid": new_cid()}) == "E_CID_REUSE"


def test_a_page_that_is_in_a_conversation_cannot_join_another(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    page, _, _ = scene.joined()
    assert page.code("join", {"cid": new_cid(), "resume": new_resume()}) == "E_CONFLICT"


def test_a_message_sent_twice_is_one_message(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    message = {"cid": new_cid(), "body": new_body()}
    first = noor.ok("send", message)
    assert noor.ok("send", message) == {"ok": True, "seq": first["seq"], "dup": True}
    entries = alex.ok("sync", {"conversation": conversation, "after": 0, "limit": 200})["entries"]
    assert [entry["body"] for entry in entries if entry["kind"] == "message"] == [message["body"]]


def test_a_cid_with_another_body_is_cid_reuse(scene: Scene) -> None:
    noor, _, _ = scene.paired()
    message = {"cid": new_cid(), "body": new_body()}
    noor.ok("send", message)
    assert noor.code("send", {**message, "body": new_body()}) == "E_CID_REUSE"


def test_writing_is_possible_while_waiting_and_not_before(scene: Scene) -> None:
    assert scene.youth().code("send", {"cid": new_cid(), "body": new_body()}) == "E_CONFLICT"
    scene.on_duty(scene.cast.alex)
    page, _, _ = scene.joined()
    assert page.ok("send", {"cid": new_cid(), "body": new_body()})["seq"] == 2


def test_sync_fills_a_gap_in_steps(scene: Scene) -> None:
    noor, _, _ = scene.paired()
    bodies = [new_body() for _ in range(7)]
    for body in bodies:
        noor.ok("send", {"cid": new_cid(), "body": body})
    entries, more = [], True
    while more:
        answer = noor.ok("sync", {"after": len(entries), "limit": 4})
        entries += answer["entries"]
        more = answer["more"]
    assert [entry["seq"] for entry in entries] == list(range(1, answer["last"] + 1))
    assert [entry["body"] for entry in entries if entry["kind"] == "message"] == bodies


def test_one_sync_never_carries_more_than_256_kib(scene: Scene) -> None:
    noor, _, _ = scene.paired()
    for _ in range(16):
        noor.ok("send", {"cid": new_cid(), "body": new_body(16 * 1024)})
    answer = noor.ok("sync", {"after": 0, "limit": 200})
    assert answer["more"]
    assert sum(len(str(entry)) for entry in answer["entries"]) <= 256 * 1024
    rest = noor.ok("sync", {"after": answer["entries"][-1]["seq"], "limit": 200})
    assert not rest["more"]
    assert rest["entries"][-1]["seq"] == rest["last"] == answer["last"]


def test_a_second_socket_resumes_and_both_hear(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    first, conversation, join = scene.joined()
    second = scene.youth(resume=join["resume"])
    alex.ok("accept", new_pairing())
    body = new_body()
    alex.ok("send", {"conversation": conversation, "cid": new_cid(), "body": body})
    for tab in (first, second):
        assert tab.wait_for("entry", lambda entry: entry.get("body") == body)["from"] == "counsellor"


def test_closing_one_of_two_pages_does_not_put_the_youth_to_sleep(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    _, conversation, join = scene.joined()
    second = scene.youth(resume=join["resume"])
    second.ok("sync", {"after": 0, "limit": 200})
    second.close()
    scene.joined()
    line = alex.wait_for("waiting_line", lambda level: len(level["waiting"]) == 2)
    assert line["waiting"][0] == {**line["waiting"][0], "conversation": conversation, "connected": True}


def test_after_a_conversation_is_gone_the_same_page_can_join_again(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    page, _, _ = scene.joined()
    page.ok("leave", {"cid": new_cid(), "reason": "done"})
    assert page.ok("join", {"cid": new_cid(), "resume": new_resume()})["seq"] == 1


def test_a_youth_hears_nothing_of_another_conversation(scene: Scene) -> None:
    noor, alex, _ = scene.paired()
    sam, other, _ = scene.joined()
    alex.ok("accept", new_pairing())
    body = new_body()
    alex.ok("send", {"conversation": other, "cid": new_cid(), "body": body})
    sam.wait_for("entry", lambda entry: entry.get("body") == body)
    noor.ok("heartbeat", {"after": 0})  # whatever was on its way before is here now
    assert body not in str(noor.everything_heard())


def test_a_key_is_sealed_once_for_the_newest_pairing(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    noor, _, _ = scene.joined()
    pairing = new_pairing()
    alex.ok("accept", pairing)
    seal = {"cid": new_cid(), "key_id": pairing["key_id"], "enc": new_body(65), "sealed": new_body(48)}
    first = noor.ok("seal", seal)
    assert noor.ok("seal", seal) == {"ok": True, "seq": first["seq"], "dup": True}
    assert noor.code("seal", {**seal, "cid": new_cid()}) == "E_CONFLICT"
    assert noor.code("seal", {**seal, "cid": new_cid(), "key_id": new_cid()}) == "E_CONFLICT"


def test_the_heartbeat_tells_where_the_log_stands(scene: Scene) -> None:
    noor, _, _ = scene.paired()
    seq = noor.ok("send", {"cid": new_cid(), "body": new_body()})["seq"]
    assert noor.ok("heartbeat", {"after": seq}) == {"ok": True, "last": seq, "availability_v": 2}
    assert scene.youth().ok("heartbeat", {"after": 0})["last"] == 0


def test_places_move_up_as_those_ahead_leave(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    first, _, _ = scene.joined()
    second, _, _ = scene.joined()
    assert second.wait_for("position")["ahead"] == 1
    first.ok("leave", {"cid": new_cid(), "reason": "done"})
    assert second.wait_for("position", lambda level: level["ahead"] == 0)


def test_leaving_twice_is_safe(scene: Scene) -> None:
    noor, _, _ = scene.paired()
    leave = {"cid": new_cid(), "reason": "done"}
    assert noor.ok("leave", leave)["seq"] == noor.ok("leave", leave)["seq"]
    assert noor.code("send", {"cid": new_cid(), "body": new_body()}) == "E_ENDED"


def test_after_the_end_was_seen_nothing_answers_to_the_old_token(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    noor, conversation, join = scene.joined()
    alex.ok("accept", new_pairing())
    end = alex.ok("end", {"conversation": conversation, "cid": new_cid()})
    assert noor.wait_for("entry", lambda entry: entry["kind"] == "ended")["reason"] == "done"
    noor.ok("sync", {"after": end["seq"], "limit": 200})
    assert noor.code("sync", {"after": 0, "limit": 200}) == "E_EXPIRED"
    assert alex.code("sync", {"conversation": conversation, "after": 0, "limit": 200}) == "E_EXPIRED"
    assert scene.refused_youth(resume=join["resume"]) == "E_EXPIRED"


def test_polling_works_as_well(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    page = scene.youth(transports=("polling",))
    assert page.ok("join", {"cid": new_cid(), "resume": new_resume()})["seq"] == 1


def test_the_counsellor_has_no_face_on_the_wire(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    alex.ok("send", {"conversation": conversation, "cid": new_cid(), "body": new_body()})
    noor.wait_for("entry", lambda entry: entry.get("from") == "counsellor")
    told = str(noor.everything_heard()) + str(noor.ok("sync", {"after": 0, "limit": 200}))
    assert scene.cast.alex.id not in told
    assert "alex" not in told
    assert scene.server.address not in told
