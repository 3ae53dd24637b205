"""A scene of its own for every test, on a server that all of them share."""

from collections.abc import Iterator

import pytest

from app.persistence.database import Database
from tests import cast as casting
from tests.cast import PASSWORD, Cast, Member
from tests.servers.client import Client, ConnectionRefused, Payload, new_cid, new_pairing, new_resume
from tests.servers.process import ServerProcess
from tests.servers.staff_browser import StaffBrowser

CANARY = "kanariefugl"


class Scene:
    """One cast, and the sockets its members opened."""

    def __init__(self, server: ServerProcess, cast: Cast) -> None:
        self.server = server
        self.cast = cast
        self._open: list[Client] = []
        self._browsers: dict[str, StaffBrowser] = {}

    def youth(self, resume: str | None = None, **options) -> Client:
        """Open a young person's page."""
        auth = {"v": 1, "municipality": self.cast.slug} | ({"resume": resume} if resume else {})
        return self.connect("/youth", auth, **options)

    def refused_youth(self, **auth) -> str:
        """Try to open a young person's page that must be refused, and return the code."""
        return self.refused("/youth", {"v": 1, "municipality": self.cast.slug, **auth})

    def refused(self, namespace: str, auth, **options) -> str:
        """Try to open a socket that must be refused; the code stands in both places a client may look."""
        with pytest.raises(ConnectionRefused) as caught:
            self.connect(namespace, auth, **options)
        assert caught.value.data is not None
        assert caught.value.data["message"] == caught.value.data["data"]["code"]
        return caught.value.data["message"]

    def console(self, member: Member) -> Client:
        """Open someone's console."""
        browser = self.browser(member)
        slug = self.cast.neighbour_slug if member == self.cast.charlie else self.cast.slug
        auth = {"v": 1, "municipality": slug, "ticket": browser.ticket()}
        return self.connect("/counsellor", auth, cookie=browser.cookie)

    def browser(self, member: Member) -> StaffBrowser:
        """Return someone's signed-in browser."""
        if member.email not in self._browsers:
            browser = StaffBrowser(self.server.address)
            assert browser.sign_in(member.email, PASSWORD) == 200
            self._browsers[member.email] = browser
        return self._browsers[member.email]

    def connect(self, namespace: str, auth, **options) -> Client:
        """Open any socket."""
        client = Client(self.server.address, namespace).connect(auth, **options)
        self._open.append(client)
        return client

    def on_duty(self, member: Member, capacity: int = 3) -> Client:
        """Open someone's console and go on duty."""
        console = self.console(member)
        console.ok("set_duty", {"state": "on", "capacity": capacity})
        return console

    def joined(self) -> tuple[Client, str, Payload]:
        """Let a youth join; returns the page, the conversation, and the join that was sent."""
        page = self.youth()
        join = {"cid": new_cid(), "resume": new_resume()}
        return page, page.ok("join", join)["conversation"], join

    def paired(self) -> tuple[Client, Client, str]:
        """Let Noor and Alex talk; returns her page, his console, and the conversation."""
        alex = self.on_duty(self.cast.alex)
        noor, conversation, _ = self.joined()
        assert alex.ok("accept", new_pairing())["conversation"] == conversation
        return noor, alex, conversation

    def close(self) -> None:
        """Close every socket."""
        for client in self._open:
            client.close()


@pytest.fixture
def scene(server: ServerProcess, password_hash: str) -> Iterator[Scene]:
    """A fresh cast on the shared server, which must still be well afterwards."""
    database = Database(server.database_url)
    opened = Scene(server, casting.assemble(database, password_hash))
    database.close()
    yield opened
    opened.close()
    assert server.answers()


@pytest.fixture
def nothing_printed(scene: Scene) -> Iterator[None]:
    """Whatever a test sends, the server's output holds no traceback and no word of it."""
    yield
    printed = scene.server.output.read_text()
    assert "Traceback" not in printed
    assert CANARY not in printed
