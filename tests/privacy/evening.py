"""A whole evening, and everything on it that a broken or hostile client would do, by someone who is all canaries."""

from contextlib import closing
from typing import Any

import pytest

from tests.cast import PASSWORD, Member
from tests.privacy.canaries import COOKIE, SENTENCE, WORD
from tests.privacy.instance import Instance
from tests.privacy.unlucky import CLUMSY, UNLUCKY
from tests.privacy.visitor import Visitor
from tests.servers.client import Client, ConnectionRefused, new_body, new_cid, new_pairing, new_resume
from tests.servers.staff_browser import StaffBrowser

REFUSED = {"E_INVALID", "E_UNKNOWN", "E_TOO_LONG", "E_CONFLICT"}
BIG = 24 * 1024  # more than nginx keeps in memory by itself


class Evening:
    """Lives through one on an installation; ``transports`` are tried one after the other."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._visitor = Visitor(instance.door)
        self._slug = instance.cast.slug

    def live(self, *transports: str) -> None:
        """Look at every page, talk over every transport, and do everything wrong that can be done wrong."""
        self.look_at_pages()
        self.knock_wrongly()
        for transport in transports:
            self.talk(transport)
        self.speak_no_protocol()

    def look_at_pages(self) -> None:
        """Ask for pages, those that are not there or fail included."""
        inside = 404 if self._instance.proxy else 200
        pages = {"/": 200, f"/{self._slug}": 200, f"/{WORD}": 404, f"/{WORD}/og/mere": 404, f"/{CLUMSY}": 500}
        doors = {"/console": 302, "/console/sign-in": 200, "/healthz": inside, "/robots.txt": 200}
        for path, status in (pages | doors).items():
            assert self._visitor.page(path) == status, path

    def knock_wrongly(self) -> None:
        """Send forms, methods and bytes that no door takes."""
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        assert self._visitor.page("/console/sign-in", "POST", f"email={WORD}&password={WORD}", **form) == 400
        assert self._visitor.page(f"/{self._slug}", "POST", SENTENCE) in {400, 405}
        assert self._visitor.page(f"/{'x' * 5000}{WORD}") in {404, 414}
        for raw in (f"{SENTENCE}\r\n\r\n", f"GET /{WORD} HTTP/9.9\r\n\r\n", f"GET / HTTP/1.1\r\n{SENTENCE}\r\n\r\n"):
            self._visitor.bytes(raw.encode())
        self._visitor.bytes(f"POST / HTTP/1.1\r\nContent-Length: {WORD}\r\n\r\n".encode())
        self._visitor.bytes(b"GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: \xff" + WORD.encode() + b"\r\n\r\n")

    def talk(self, transport: str) -> None:
        """Meet two counsellors from beginning to end, and be a nuisance in between."""
        auth = {"v": 1, "municipality": self._slug}
        self.knock_at_sockets(transport, auth)
        with (
            closing(self.console(transport, self._instance.cast.alex)) as alex,
            closing(self.console(transport, self._instance.cast.kim)) as kim,
            closing(self._visitor.socket(transport, "/youth", auth)) as noor,
        ):
            conversation = noor.ok("join", {"cid": new_cid(), "resume": new_resume()})["conversation"]
            for counsellor in (alex, kim):
                self.write_with(counsellor, noor, conversation)
                self.do_wrong(noor, {})
                self.do_wrong(counsellor, {"conversation": conversation})
                assert noor.code("read", {"seq": UNLUCKY}) == "E_INTERNAL"
                if counsellor is alex:
                    alex.ok("hand_over", {"conversation": conversation, "cid": new_cid(), "to": "line"})
            noor.ok("leave", {"cid": new_cid(), "reason": "done"})
            last = kim.ok("sync", {"conversation": conversation, "after": 0})["last"]
            kim.ok("sync", {"conversation": conversation, "after": last})

    def write_with(self, counsellor: Client, noor: Client, conversation: str) -> None:
        """Write with one counsellor: short, long, typing, read."""
        pairing = new_pairing()
        counsellor.ok("accept", pairing)
        noor.ok("seal", {"cid": new_cid(), "key_id": pairing["key_id"], "enc": new_body(65), "sealed": new_body(48)})
        for size in (284, 16 * 1024):
            noor.ok("send", {"cid": new_cid(), "body": new_body(size)})
            counsellor.ok("send", {"conversation": conversation, "cid": new_cid(), "body": new_body(size)})
        for side, named in ((noor, {}), (counsellor, {"conversation": conversation})):
            side.ok("typing", {**named, "on": True})
            side.ok("read", {**named, "seq": 3})
            side.ok("sync", {**named, "after": 0})

    def knock_at_sockets(self, transport: str, auth: dict[str, Any]) -> None:
        """Be turned away, with the sentence in every field of what lets one in."""
        for wrong in (SENTENCE, [SENTENCE], {**auth, "municipality": WORD}, {**auth, "resume": SENTENCE}):
            self.be_refused(transport, "/youth", wrong)
        for wrong in ({**auth, "ticket": SENTENCE}, {**auth, "navn": SENTENCE}):
            self.be_refused(transport, "/counsellor", wrong)

    def be_refused(self, transport: str, namespace: str, auth: Any) -> None:
        """Try to come in, and see that the refusal repeats nothing."""
        with pytest.raises(ConnectionRefused) as refused:
            self._visitor.socket(transport, namespace, auth, cookie=f"staff={COOKIE}")
        assert refused.value.data is not None, "nobody even said no"
        assert WORD not in str(refused.value.data)

    def do_wrong(self, client: Client, named: dict[str, Any]) -> None:
        """Send the sentence wherever a broken client would put it; no answer repeats it."""
        for event, payload in (
            ("send", {"cid": new_cid(), "body": SENTENCE}),
            ("send", {"cid": SENTENCE, "body": new_body()}),
            ("send", {"cid": new_cid(), "body": new_body(), "text": SENTENCE}),
            ("send", {"cid": new_cid(), "body": "A" * BIG, SENTENCE: 1}),
            ("typing", {"on": SENTENCE}),
            ("read", {"seq": SENTENCE}),
            ("sync", {"after": SENTENCE}),
            ("join", {"cid": new_cid(), "resume": SENTENCE, "language": SENTENCE}),
            ("leave", {"cid": new_cid(), "reason": SENTENCE}),
            ("accept", {"cid": SENTENCE}),
            ("heartbeat", SENTENCE),
            (SENTENCE, {"text": SENTENCE}),
            ("send", (SENTENCE, SENTENCE)),
        ):
            given = {**named, **payload} if isinstance(payload, dict) else payload
            assert client.code(event, given) in REFUSED, (event, given)

    def speak_no_protocol(self) -> None:
        """Send frames that are none, each on a socket of its own and the first by hand on polling too."""
        for beginning in ("", "42/youth,", '42/youth,["', f"42/{WORD},1[]", "9", "451-/youth,"):
            with closing(self._visitor.raw_socket()) as wire:
                wire.enter("/youth", {"v": 1, "municipality": self._slug})
                wire.send(beginning + SENTENCE)
        polling = "/socket.io/"
        assert self._visitor.page(f"{polling}{WORD}") == 400
        assert self._visitor.page(polling, "POST", SENTENCE) == 400

    def console(self, transport: str, member: Member) -> Client:
        """Open a counsellor's console as telling as the rest, and go on duty."""
        browser = StaffBrowser(f"http://127.0.0.1:{self._instance.door}")
        assert browser.sign_in(member.email, PASSWORD) == 200
        auth = {"v": 1, "municipality": self._slug, "ticket": browser.ticket()}
        console = self._visitor.socket(transport, "/counsellor", auth, cookie=browser.cookie)
        console.ok("set_duty", {"state": "on", "capacity": 3})
        return console
