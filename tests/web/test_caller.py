"""The outermost layer: nothing behind it can tell who calls, and everything behind it works all the same."""

import re
from typing import Any

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from app.domain.caller import BUCKET
from app.web.caller import Caller
from tests.cast import PASSWORD, Cast
from tests.web.signing_in import csrf_in

TELLING = {
    "Accept-Language": "kanariefugl",
    "Forwarded": "for=192.0.2.60",
    "Referer": "https://kanariefugl.example/",
    "Sec-CH-UA": "kanariefugl",
    "Sec-WebSocket-Extensions": "permessage-deflate",
    "User-Agent": "kanariefugl",
    "X-Forwarded-For": "192.0.2.60",
    "X-Forwarded-Proto": "https",
    "X-Real-IP": "192.0.2.60",
    "X-Something-New": "kanariefugl",
}


def bucket_of(peer: str, *, proxies: int = 0, forwarded_for: str | None = None) -> str:
    """Return the bucket that a call falls into, on a layer that all calls with as many proxies share."""
    environ: dict[str, Any] = {"REMOTE_ADDR": peer}
    if forwarded_for is not None:
        environ["HTTP_X_FORWARDED_FOR"] = forwarded_for
    LAYERS[proxies](environ, lambda status, headers: None)
    return environ[BUCKET]


LAYERS = [Caller(lambda environ, start_response: [], proxies) for proxies in range(3)]


def test_the_application_sees_neither_address_nor_browser(flask: Flask, browser: FlaskClient) -> None:
    seen: dict[str, Any] = {}
    flask.before_request(lambda: seen.update(request.environ))
    browser.get("/", headers=TELLING, environ_overrides={"REMOTE_PORT": "4711", "headers_raw": (("a", "kanariefugl"),)})
    assert re.fullmatch("[0-9a-f]{16}", seen[BUCKET])
    told = {name for name, value in seen.items() if "kanariefugl" in str(value) or "192.0.2.60" in str(value)}
    assert told == set()
    assert not {"REMOTE_ADDR", "REMOTE_PORT", "HTTP_SEC_WEBSOCKET_EXTENSIONS", "HTTP_X_FORWARDED_PROTO"} & seen.keys()


def test_one_address_is_one_bucket_and_another_is_another() -> None:
    assert bucket_of("192.0.2.7") == bucket_of("192.0.2.7") != bucket_of("192.0.2.8")


def test_without_trusted_proxies_nobody_can_choose_a_bucket() -> None:
    assert bucket_of("192.0.2.7", forwarded_for="192.0.2.9") == bucket_of("192.0.2.7")


def test_behind_our_own_proxy_the_last_address_counts_and_a_claimed_one_does_not() -> None:
    real = bucket_of("127.0.0.1", proxies=1, forwarded_for="192.0.2.7")
    assert bucket_of("127.0.0.1", proxies=1, forwarded_for="192.0.2.9, 192.0.2.7") == real
    assert bucket_of("127.0.0.1", proxies=1, forwarded_for="192.0.2.7, 192.0.2.9") != real


@pytest.mark.parametrize("address", ["http://127.0.0.1:5000", "https://chat.example.dk"])
def test_signing_in_needs_none_of_it_over_https_either(flask: Flask, cast: Cast, address: str) -> None:
    browser = flask.test_client()
    page = browser.get("/console/sign-in", base_url=address)
    fields = {"email": cast.alex.email, "password": PASSWORD, "csrf_token": csrf_in(page.text)}
    answer = browser.post("/console/sign-in", base_url=address, data=fields)
    assert (answer.status_code, answer.location) == (302, "/console")
    assert browser.get("/console", base_url=address).status_code == 200
