"""One console of each counsellor, and one duty for several municipalities."""

from app.domain.staff import Role
from app.persistence.database import Database
from app.persistence.memberships import Membership
from tests.protocol.conftest import Scene
from tests.servers.client import Client, new_body, new_cid, new_pairing, new_resume


def test_a_second_console_sends_the_first_one_away(scene: Scene) -> None:
    older = scene.on_duty(scene.cast.alex)
    newer = scene.console(scene.cast.alex)
    assert older.wait_for("bye") == {"code": "E_REPLACED"}
    older.wait_until_closed()
    assert newer.ok("heartbeat", {"after": {}})["duty"] == "on"


def test_a_second_console_leaves_the_colleagues_alone(scene: Scene) -> None:
    kim = scene.on_duty(scene.cast.kim)
    scene.on_duty(scene.cast.alex)
    scene.console(scene.cast.alex)
    assert kim.ok("heartbeat", {"after": {}})["duty"] == "on"
    assert kim.heard("bye") == []


def test_a_console_refused_at_the_door_replaces_nobody(scene: Scene) -> None:
    alex = scene.on_duty(scene.cast.alex)
    browser = scene.browser(scene.cast.alex)
    auth = {"v": 1, "municipality": scene.cast.slug, "ticket": "no ticket"}
    assert scene.refused("/counsellor", auth, cookie=browser.cookie) == "E_AUTH"
    assert alex.ok("heartbeat", {"after": {}})["duty"] == "on"


def test_a_duty_serves_several_municipalities(scene: Scene) -> None:
    both = serve_both(scene)
    alex = scene.console(scene.cast.alex)
    ack = alex.ok("set_duty", {"state": "on", "capacity": 3, "municipalities": both})
    assert ack["municipalities"] == sorted(both)
    assert {alex.wait_for("waiting_line", lambda level, slug=slug: level["municipality"] == slug)["v"] for slug in both}
    ours = joins(scene, scene.cast.slug)
    theirs = joins(scene, scene.cast.neighbour_slug)
    assert alex.ok("accept", new_pairing())["conversation"] == ours
    assert alex.ok("accept", new_pairing())["conversation"] == theirs
    places = {
        held["conversation"]: held["municipality"] for held in alex.ok("set_duty", {"state": "on"})["conversations"]
    }
    assert places == {ours: scene.cast.slug, theirs: scene.cast.neighbour_slug}
    assert alex.ok("send", {"conversation": theirs, "cid": new_cid(), "body": new_body()})["seq"] == 3


def test_a_municipality_with_a_running_conversation_cannot_be_dropped(scene: Scene) -> None:
    both = serve_both(scene)
    alex = scene.console(scene.cast.alex)
    alex.ok("set_duty", {"state": "on", "municipalities": both})
    joins(scene, scene.cast.neighbour_slug)
    alex.ok("accept", new_pairing())
    assert alex.code("set_duty", {"state": "on", "municipalities": [scene.cast.slug]}) == "E_CONFLICT"


def test_duty_elsewhere_opens_nothing_here(scene: Scene) -> None:
    serve_both(scene)
    alex = scene.console(scene.cast.alex)
    alex.ok("set_duty", {"state": "on", "municipalities": [scene.cast.neighbour_slug]})
    assert scene.youth().code("join", {"cid": new_cid(), "resume": new_resume()}) == "E_CLOSED"


def test_one_foreign_municipality_among_ones_own_is_refused_whole(scene: Scene) -> None:
    alex = scene.console(scene.cast.alex)
    both = [scene.cast.slug, scene.cast.neighbour_slug]
    assert alex.code("set_duty", {"state": "on", "municipalities": both}) == "E_FORBIDDEN"
    assert alex.ok("heartbeat", {"after": {}})["duty"] == "off"


def serve_both(scene: Scene) -> list[str]:
    """Let Alex counsel at the neighbours' too."""
    database = Database(scene.server.database_url)
    with database.write() as work:
        place = {"staff_id": scene.cast.alex.id, "municipality_id": scene.cast.neighbour_id}
        work.session.add(Membership(**place, role=Role.COUNSELLOR))
    database.close()
    return [scene.cast.slug, scene.cast.neighbour_slug]


def joins(scene: Scene, slug: str) -> str:
    page: Client = scene.connect("/youth", {"v": 1, "municipality": slug})
    return page.ok("join", {"cid": new_cid(), "resume": new_resume()})["conversation"]
