"""``/counsellor`` over a real socket: the next in line, once; and nothing for the neighbours."""

import pytest

from tests.protocol.conftest import Scene
from tests.servers.client import new_body, new_cid, new_pairing, new_resume


def test_the_line_is_told_whole_to_whoever_is_on_duty(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    _, conversation, _ = scene.joined()
    line = alex.wait_for("waiting_line", lambda level: level["waiting"])
    assert line["waiting"] == [
        {
            "conversation": conversation,
            "municipality": scene.cast.slug,
            "since_s": 0,
            "urgent": False,
            "connected": True,
            "handed_over": False,
            "reserved": None,
            "language": "da",
        }
    ]


def test_the_language_of_the_page_is_told_in_the_line_and_at_the_desk(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    join = {"cid": new_cid(), "resume": new_resume(), "language": "en"}
    conversation = scene.youth().ok("join", join)["conversation"]
    [waiting] = alex.wait_for("waiting_line", lambda level: level["waiting"])["waiting"]
    assert (waiting["conversation"], waiting["language"]) == (conversation, "en")
    alex.ok("accept", new_pairing())
    [held] = alex.ok("set_duty", {"state": "on"})["conversations"]
    assert (held["conversation"], held["language"]) == (conversation, "en")


def test_a_console_that_goes_on_duty_later_is_told_who_waits_already(scene: Scene) -> None:
    scene.on_duty(scene.cast.alex)
    _, conversation, _ = scene.joined()
    kim = scene.on_duty(scene.cast.kim)
    assert kim.wait_for("waiting_line")["waiting"][0]["conversation"] == conversation


def test_a_phone_that_disconnects_is_shown_as_asleep_and_keeps_its_place(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    page, _, join = scene.joined()
    page.close()
    alex.wait_for("waiting_line", lambda level: level["waiting"] and not level["waiting"][0]["connected"])
    assert alex.code("accept", new_pairing()) == "E_EMPTY"
    scene.youth(resume=join["resume"])
    assert alex.ok("accept", new_pairing())["seq"] == 2


def test_an_accept_sent_twice_pairs_once(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    scene.joined(), scene.joined()
    pairing = new_pairing()
    assert alex.ok("accept", pairing) == alex.ok("accept", pairing)
    assert alex.code("accept", {**pairing, "key_id": new_cid()}) == "E_CID_REUSE"


def test_the_refusals_of_accept(scene: Scene) -> None:
    alex = scene.console(scene.cast.alex)
    assert alex.code("accept", new_pairing()) == "E_CONFLICT"
    alex.ok("set_duty", {"state": "on", "capacity": 1})
    assert alex.code("accept", new_pairing()) == "E_EMPTY"
    scene.joined(), scene.joined()
    alex.ok("accept", new_pairing())
    assert alex.code("accept", new_pairing()) == "E_CAPACITY"
    assert alex.code("accept", {**new_pairing(), "conversation": new_cid()}) == "E_CAPACITY"
    alex.ok("set_duty", {"state": "on", "capacity": 2})
    assert alex.code("accept", {**new_pairing(), "conversation": new_cid()}) == "E_CONFLICT"


def test_going_off_duty_needs_empty_hands(scene: Scene) -> None:
    _, alex, conversation = scene.paired()
    assert alex.code("set_duty", {"state": "off"}) == "E_CONFLICT"
    alex.ok("end", {"conversation": conversation, "cid": new_cid()})
    assert alex.ok("set_duty", {"state": "off"})["lease_ms"] == 30_000


def test_after_a_reload_set_duty_tells_what_is_mine(scene: Scene) -> None:
    _, alex, conversation = scene.paired()
    alex.close()
    again = scene.on_duty(scene.cast.alex)
    mine = again.ok("set_duty", {"state": "on", "capacity": 3})["conversations"]
    place = {"conversation": conversation, "municipality": scene.cast.slug}
    assert mine == [{**place, "state": "active", "last": 2, "language": "da", "v": 1, "connected": True}]


def test_a_colleague_gets_nothing_of_a_conversation_that_is_not_theirs(scene: Scene) -> None:
    noor, _, conversation = scene.paired()
    kim = scene.on_duty(scene.cast.kim)
    assert_shut_out(kim, conversation)
    body = new_body()
    noor.ok("send", {"cid": new_cid(), "body": body})
    kim.ok("heartbeat", {"after": {}})  # whatever was on its way before is here now
    assert body not in str(kim.everything_heard())


def test_the_neighbours_get_nothing_at_all(scene: Scene) -> None:
    noor, _, conversation = scene.paired()
    sam, _, _ = scene.joined()
    charlie = scene.on_duty(scene.cast.charlie)
    assert_shut_out(charlie, conversation)
    assert charlie.code("accept", new_pairing()) == "E_EMPTY"
    assert charlie.code("accept", {**new_pairing(), "conversation": conversation}) == "E_CONFLICT"
    assert charlie.code("set_duty", {"state": "on", "municipalities": [scene.cast.slug]}) == "E_FORBIDDEN"
    noor.ok("send", {"cid": new_cid(), "body": new_body()})
    sam.ok("leave", {"cid": new_cid(), "reason": "done"})
    charlie.ok("heartbeat", {"after": {conversation: 99}})
    told = charlie.everything_heard()
    assert {name for name, _ in told} == {"availability", "waiting_line", "duties"}
    assert all(payload["waiting"] == [] for name, payload in told if name == "waiting_line")
    assert scene.cast.alex.email not in str(told)
    assert conversation not in str(told)


def test_a_counsellor_of_another_municipality_gets_no_socket_here(scene: Scene) -> None:
    browser = scene.browser(scene.cast.charlie)
    auth = {"v": 1, "municipality": scene.cast.slug, "ticket": browser.ticket()}
    assert scene.refused("/counsellor", auth, cookie=browser.cookie) == "E_FORBIDDEN"


def test_a_ticket_opens_one_socket(scene: Scene) -> None:
    browser = scene.browser(scene.cast.alex)
    auth = {"v": 1, "municipality": scene.cast.slug, "ticket": browser.ticket()}
    scene.connect("/counsellor", auth, cookie=browser.cookie)
    assert scene.refused("/counsellor", auth, cookie=browser.cookie) == "E_AUTH"


def test_a_ticket_without_its_cookie_opens_none(scene: Scene) -> None:
    auth = {"v": 1, "municipality": scene.cast.slug, "ticket": scene.browser(scene.cast.alex).ticket()}
    assert scene.refused("/counsellor", auth) == "E_AUTH"
    assert scene.refused("/counsellor", auth, cookie=scene.browser(scene.cast.kim).cookie) == "E_AUTH"


def test_signing_out_closes_the_consoles_at_once(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    kim = scene.on_duty(scene.cast.kim)
    assert scene.browser(scene.cast.alex).sign_out() == 200
    assert alex.wait_for("bye") == {"code": "E_AUTH"}
    alex.wait_until_closed()
    assert kim.ok("heartbeat", {"after": {}})["last"] == {}


def test_the_heartbeat_tells_where_each_log_stands(scene: Scene) -> None:
    _, alex, conversation = scene.paired()
    ack = alex.ok("heartbeat", {"after": {conversation: 1, new_cid(): 5}})
    assert ack == {"ok": True, "last": {conversation: 2}, "availability_v": 2, "duty": "on"}


@pytest.mark.parametrize("municipalities", [None, "own"])
def test_duty_for_ones_own_municipality_may_be_said_or_left_out(scene: Scene, municipalities: str | None) -> None:
    payload = {"state": "on"} | ({"municipalities": [scene.cast.slug]} if municipalities else {})
    assert scene.console(scene.cast.alex).ok("set_duty", payload)["conversations"] == []


def test_a_message_sent_twice_is_one_message(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    message = {"conversation": conversation, "cid": new_cid(), "body": new_body()}
    first = alex.ok("send", message)
    assert alex.ok("send", message) == {"ok": True, "seq": first["seq"], "dup": True}
    assert alex.code("send", {**message, "body": new_body()}) == "E_CID_REUSE"
    assert noor.ok("sync", {"after": 0, "limit": 200})["last"] == first["seq"]


def assert_shut_out(stranger, conversation: str) -> None:
    """Every request about a conversation that is another's gets the same answer."""
    assert stranger.code("sync", {"conversation": conversation, "after": 0, "limit": 200}) == "E_NOT_YOURS"
    message = {"conversation": conversation, "cid": new_cid(), "body": new_body()}
    assert stranger.code("send", message) == "E_NOT_YOURS"
    assert stranger.code("end", {"conversation": conversation, "cid": new_cid()}) == "E_NOT_YOURS"
    assert stranger.code("typing", {"conversation": conversation, "on": True}) == "E_NOT_YOURS"
    assert stranger.code("read", {"conversation": conversation, "seq": 1}) == "E_NOT_YOURS"
    assert stranger.code("rekey", {"conversation": conversation, **new_pairing()}) == "E_NOT_YOURS"
    hand_over = {"conversation": conversation, "cid": new_cid(), "to": "line"}
    assert stranger.code("hand_over", hand_over) == "E_NOT_YOURS"


def test_a_youths_secret_is_no_use_at_the_counsellors_door(scene: Scene) -> None:
    auth = {"v": 1, "municipality": scene.cast.slug, "ticket": new_resume()}
    assert scene.refused("/counsellor", auth) == "E_AUTH"
