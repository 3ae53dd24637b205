"""A youth and a counsellor who talk to each other without end."""

from tests.cast import Cast
from tests.faults.bot import Bot
from tests.servers.client import Client, Payload, new_cid, new_pairing, new_resume
from tests.servers.staff_browser import StaffBrowser


class Pair:
    """One conversation, entered properly, and the two bots that write into it."""

    def __init__(self, address: str, cast: Cast, password: str) -> None:
        self._address = address
        self._cast = cast
        self._browser = StaffBrowser(address)
        assert self._browser.sign_in(cast.alex.email, password) == 200
        self._resume = new_resume()
        self._conversation = self._begin()
        self.bots = {
            "youth": Bot(self._youth, {}),
            "counsellor": Bot(self._console, {"conversation": self._conversation}),
        }

    def start(self) -> list[Bot]:
        """Let both talk."""
        for bot in self.bots.values():
            bot.start()
        return list(self.bots.values())

    def read_log(self) -> list[Payload]:
        """Return the whole log as the youth is given it."""
        page = self._youth()
        entries: list[Payload] = []
        more = True
        while more:
            answer = page.ok("sync", {"after": len(entries), "limit": 200})
            entries += answer["entries"]
            more = answer["more"]
        page.close()
        return entries

    def _begin(self) -> str:
        console = self._console()
        page = Client(self._address, "/youth").connect({"v": 1, "municipality": self._cast.slug})
        conversation = page.ok("join", {"cid": new_cid(), "resume": self._resume})["conversation"]
        assert console.ok("accept", new_pairing())["conversation"] == conversation
        page.close()
        console.close()
        return conversation

    def _youth(self) -> Client:
        auth = {"v": 1, "municipality": self._cast.slug, "resume": self._resume}
        return Client(self._address, "/youth").connect(auth)

    def _console(self) -> Client:
        auth = {"v": 1, "municipality": self._cast.slug, "ticket": self._browser.ticket()}
        console = Client(self._address, "/counsellor").connect(auth, cookie=self._browser.cookie)
        console.ok("set_duty", {"state": "on", "capacity": 3})
        return console
