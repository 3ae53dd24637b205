"""What every audience's browser is told, header by header: all of it stands in ``snapshots/``, to be read.

A new kind of page gets a row here and a file there. When a header changes on purpose, change the file by hand: it is
where somebody thinks about every line.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.web import assets, permissions_policy
from tests.cast import PASSWORD, Cast
from tests.web.signing_in import csrf_in, submit

SNAPSHOTS = Path(__file__).with_name("snapshots")
POLLING = "/socket.io/?EIO=4&transport=polling"
OF_THE_MOMENT = {"Content-Length", "Date", "Etag", "Expires", "Last-Modified"}
FEATURES = "as in permissions-policy.txt"

Ask = Callable[[FlaskClient, Cast], TestResponse]


def signed_in(browser: FlaskClient, cast: Cast) -> FlaskClient:
    submit(browser, cast.alex.email, PASSWORD)
    return browser


def ticket(browser: FlaskClient, cast: Cast) -> TestResponse:
    token = csrf_in(signed_in(browser, cast).get("/console").text)
    return browser.post("/console/ticket", headers={"X-CSRF-Token": token})


AUDIENCES: dict[str, Ask] = {
    "youth-page": lambda browser, cast: browser.get(f"/{cast.slug}"),
    "front-page": lambda browser, cast: browser.get("/"),
    "robots": lambda browser, cast: browser.get("/robots.txt"),
    "not-found": lambda browser, cast: browser.get("/no-such-place"),
    "wrong-method": lambda browser, cast: browser.put(f"/{cast.slug}"),
    "static-file": lambda browser, cast: browser.get(f"/static/{assets.version()}/js/youth.js"),
    "socket-on-polling": lambda browser, cast: browser.get(POLLING),
    "socket-refused": lambda browser, cast: browser.get(POLLING, headers={"Origin": "https://evil.example"}),
    "sign-in": lambda browser, cast: browser.get("/console/sign-in"),
    "signed-in": lambda browser, cast: submit(browser, cast.alex.email, PASSWORD),
    "signed-out": lambda browser, cast: browser.get("/console"),
    "console": lambda browser, cast: signed_in(browser, cast).get("/console"),
    "ticket": ticket,
    "health": lambda browser, cast: browser.get("/healthz"),
    "metrics-refused": lambda browser, cast: browser.get("/metrics"),
}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_header_is_the_one_that_was_thought_about(flask: Flask, cast: Cast, audience: str) -> None:
    with AUDIENCES[audience](flask.test_client(), cast) as answer:
        assert shown(answer) == (SNAPSHOTS / f"{audience}.txt").read_text()


def test_no_snapshot_is_of_nothing() -> None:
    files = {path.stem for path in SNAPSHOTS.glob("*.txt")}
    assert files == {*AUDIENCES, "permissions-policy"}


def test_the_features_that_are_denied_are_those_that_were_thought_about() -> None:
    assert "\n".join(sorted(permissions_policy.DENIED)) + "\n" == (SNAPSHOTS / "permissions-policy.txt").read_text()
    assert len({*permissions_policy.DENIED}) == len(permissions_policy.DENIED)


def test_no_door_of_young_people_or_of_the_public_ever_sets_a_cookie(flask: Flask, cast: Cast) -> None:
    with flask.test_request_context():
        doors = [rule for rule in flask.url_map.iter_rules() if not rule.endpoint.startswith("console.")]
    assert {"youth.chat", "public.front", "asset", "public.robots", "health.alive"} <= {door.endpoint for door in doors}
    for browser in (flask.test_client(), signed_in(flask.test_client(), cast)):
        for door in doors:
            address = re.sub(r"<[^>]*municipality>", cast.slug, door.rule)
            for method in ("GET", "HEAD", "POST", "OPTIONS"):
                for query in ("", "?fbclid=kanarie", "?lang=en"):
                    assert_no_cookie(browser, method, address + query)


@pytest.mark.parametrize("address", ["/no-such-place", "/a/b", POLLING, f"{POLLING}&sid=x"])
def test_nor_does_what_is_not_there_or_a_socket(flask: Flask, cast: Cast, address: str) -> None:
    for method in ("GET", "POST"):
        assert_no_cookie(signed_in(flask.test_client(), cast), method, address)


def assert_no_cookie(browser: FlaskClient, method: str, address: str) -> None:
    with browser.open(address, method=method) as answer:
        assert "Set-Cookie" not in answer.headers, (method, address)
        assert "Cookie" not in answer.headers.get("Vary", ""), (method, address)


def shown(answer: TestResponse) -> str:
    """Return an answer's status and headers as a snapshot holds them; nothing that changes with the content."""
    told = [f"{name}:{_readable(name, value)}" for name, value in answer.headers if name.title() not in OF_THE_MOMENT]
    return "\n".join([answer.status, *sorted(told)]) + "\n"


def _readable(name: str, value: str) -> str:
    if name == "Content-Security-Policy":
        return "\n    " + ";\n    ".join(value.split("; "))
    if name == "Permissions-Policy" and value == permissions_policy.VALUE:
        return f" {FEATURES}"
    return " " + (re.sub(r"=[^;]*", "=…", value, count=1) if name == "Set-Cookie" else value)
