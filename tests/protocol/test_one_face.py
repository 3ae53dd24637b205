"""One face: whoever answers, a youth is sent the same frames, in the same order, but for the text."""

import json
import re
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from typing import Any

from app.domain.staff import Role
from app.persistence.database import Database
from app.services import staff
from tests.cast import Member
from tests.protocol.conftest import Scene
from tests.servers.client import Client, Payload, new_body, new_cid, new_pairing, new_resume
from tests.servers.raw_socket import RawSocket

# What is drawn afresh in every conversation. Its length is not, and stays to be compared.
DRAWN = {"body", "cid", "conversation", "enc", "key_id", "public_key", "sealed", "sid"}
FRAME = re.compile(r"(4[0-9]/youth,[0-9]*)(.*)", re.DOTALL)
POSITION = '42/youth,["position"'
ONE_TURN = ["paired", "key_sealed", "message", "message"]


def test_three_counsellors_in_turn_are_one_and_the_same_to_a_youth(scene: Scene, password_hash: str) -> None:
    members = (scene.cast.alex, scene.cast.kim, a_third(scene, password_hash))
    alex, kim, jo = (scene.on_duty(member) for member in members)
    evenings = [evening_with(scene, order) for order in ((alex, kim, jo), (kim, jo, alex), (jo, alex, kim))]
    first, second, third = map(told, evenings)
    assert first == second == third
    assert kinds_in(evenings[0]) == ["joined", *ONE_TURN, "handed_over", *ONE_TURN, "handed_over", *ONE_TURN, "ended"]
    for member in members:
        assert not [frame for frames in evenings for frame in frames if member.id in frame or member.email in frame]


def test_each_turn_of_an_evening_is_told_in_the_same_frames(scene: Scene, password_hash: str) -> None:
    members = (scene.cast.alex, scene.cast.kim, a_third(scene, password_hash))
    frames = evening_with(scene, [scene.on_duty(member) for member in members])
    turns = [[uncounted(frame) for frame in told(turn)] for turn in turns_in(frames)]
    assert turns[0] == turns[1] == turns[2]
    assert len(turns[0]) > len(ONE_TURN)


def a_third(scene: Scene, password_hash: str) -> Member:
    """Let somebody else into the team."""
    email = f"jo@{scene.cast.slug}.example"
    database = Database(scene.server.database_url)
    with database.write() as work:
        place, role = scene.cast.municipality_id, Role.COUNSELLOR
        account = staff.add(work, email, password_hash, municipality_id=place, role=role)
        jo = Member(account.id, email)
    database.close()
    return jo


def evening_with(scene: Scene, consoles: Sequence[Client]) -> list[str]:
    """Let a youth talk with counsellors in turn, and return every frame her page was sent, as it came."""
    with closing(Page(scene)) as page:
        conversation = page.ask("join", {"cid": new_cid(), "resume": new_resume()})["conversation"]
        page.has_heard("position")
        for console in consoles:
            take_a_turn(page, console, conversation)
            request = {"conversation": conversation, "cid": new_cid()}
            if console is consoles[-1]:
                console.ok("end", request)
            else:
                console.ok("hand_over", {**request, "to": "line"})
                page.wait_for("entry")
        page.wait_for("entry")
        page.ask("sync", {"after": 0})
        return page.frames


def take_a_turn(page: "Page", console: Client, conversation: str) -> None:
    """Do all that a counsellor does that a youth is told of, one after the other."""
    pairing, named = new_pairing(), {"conversation": conversation}
    console.ok("accept", pairing)
    page.wait_for("entry")
    page.wait_for("peer")
    page.ask("seal", {"cid": new_cid(), "key_id": pairing["key_id"], "enc": new_body(65), "sealed": new_body(48)})
    page.ask("send", {"cid": new_cid(), "body": new_body()})
    seq = console.ok("sync", {**named, "after": 0})["last"]
    for event, payload in (("read", {"seq": seq}), ("typing", {"on": True})):
        console.ok(event, {**named, **payload})
        page.wait_for(event)
    console.ok("send", {**named, "cid": new_cid(), "body": new_body()})
    page.wait_for("entry")
    console.ok("typing", {**named, "on": False})
    page.wait_for("typing")


class Page:
    """A young person's page that keeps every frame."""

    def __init__(self, scene: Scene) -> None:
        self._wire = RawSocket(scene.server.port)
        self._numbers = count(1)
        self._wire.enter("/youth", {"v": 1, "municipality": scene.cast.slug})
        self.has_heard("availability")

    @property
    def frames(self) -> list[str]:
        """Return all frames so far, in their order."""
        return self._wire.heard

    def ask(self, event: str, payload: Payload) -> Payload:
        """Send a request and return its ack."""
        number = next(self._numbers)
        self._wire.send(f"42/youth,{number}{json.dumps([event, payload])}")
        ack = self._wire.ack("/youth", number)
        assert ack["ok"], ack
        return ack

    def wait_for(self, event: str) -> None:
        """Wait for the next event of a name."""
        self._wire.receive_beginning(f'42/youth,["{event}"')

    def has_heard(self, event: str) -> None:
        """Wait for an event that may have come already."""
        if not any(frame.startswith(f'42/youth,["{event}"') for frame in self.frames):
            self.wait_for(event)

    def close(self) -> None:
        self._wire.close()


def told(frames: list[str]) -> list[str]:
    """Return an evening in its order, but for what has none: the greeting, and numbers in the line.

    Both are told beside everything else. A line is looked at once for a burst of changes, whoever is on duty, so that a
    number may be told or not, and here or there.
    """
    masked = [masked_frame(frame) for frame in frames]
    first = next(place for place, frame in enumerate(masked) if '"paired"' in frame)
    beside = {frame for place, frame in enumerate(masked) if place < first or frame.startswith(POSITION)}
    return [*sorted(beside), *(frame for frame in masked[first:] if not frame.startswith(POSITION))]


def kinds_in(frames: list[str]) -> list[str]:
    """Return the kinds of the log entries that were pushed or, in the end, read."""
    return [entry["kind"] for entry in _content(frames[-1])[0]["entries"]]


def turns_in(frames: list[str]) -> list[list[str]]:
    """Cut an evening where somebody new was paired and where they went."""
    begins = [place for place, frame in enumerate(frames) if '"paired"' in frame and frame.startswith("42")]
    ends = [place for place, frame in enumerate(frames) if frame.startswith("42") and _ends_a_turn(frame)]
    return [frames[begin:end] for begin, end in zip(begins, ends, strict=True)]


def masked_frame(frame: str) -> str:
    """Hide what is drawn afresh each time, but neither that it is there nor how long it is."""
    head = FRAME.fullmatch(frame)
    assert head, frame
    return head[1] + json.dumps(_masked(_content(frame)))


def uncounted(frame: str) -> str:
    """Hide the numbers that grow with every entry and every request."""
    return re.sub(r'"(seq|last)": [0-9]+', r'"\1": "n"', re.sub(r"^(4[0-9]/youth,)[0-9]+", r"\1n", frame))


def _masked(told: Any) -> Any:
    if isinstance(told, list):
        return [_masked(each) for each in told]
    if isinstance(told, dict):
        return {name: _drawn(name, value) for name, value in told.items()}
    return told


def _drawn(name: str, value: Any) -> Any:
    if name in DRAWN:
        return f"{len(value)} characters"
    # The version of a level of the whole municipality, which others move too: only that it is a number.
    return "a number" if name == "v" and isinstance(value, int) else _masked(value)


def _ends_a_turn(frame: str) -> bool:
    return '"handed_over"' in frame or '"ended"' in frame


def _content(frame: str) -> Any:
    head = FRAME.fullmatch(frame)
    assert head, frame
    return json.loads(head[2])
