"""Every door has a guard, and what stands behind it is what the test says."""

from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient

from app.web.guards import GUARD
from tests.web.signing_in import csrf_in

DOORS = {
    "asset": "anyone",
    "console.desk": "staff",
    "console.sign_in": "anyone",
    "console.sign_out": "staff",
    "console.ticket": "staff",
    "health.alive": "anyone",
    "health.metrics": "bearer",
    "health.ready": "anyone",
    "public.front": "anyone",
    "public.robots": "anyone",
    "widget.loader": "anyone",
    "widget.status": "anyone",
    "youth.chat": "anyone",
    "youth.frame": "anyone",
}


def test_every_route_has_the_guard_it_is_meant_to_have(flask: Flask) -> None:
    guards = {name: getattr(view, GUARD, None) for name, view in flask.view_functions.items()}
    assert guards == DOORS


def test_every_staff_door_turns_a_stranger_away(flask: Flask, browser: FlaskClient) -> None:
    # Without a valid token the CSRF check would answer first, and the guard would never be asked.
    token = csrf_in(browser.get("/console/sign-in").text)
    for rule in flask.url_map.iter_rules():
        if DOORS[rule.endpoint] == "staff":
            method = "POST" if "POST" in rule.methods else "GET"
            answer = browser.open(rule.rule, method=method, headers={"X-CSRF-Token": token})
            turned_away = answer.status_code == 401 or urlsplit(answer.location or "").path == "/console/sign-in"
            assert turned_away, (rule, answer.status_code)


def test_turning_a_stranger_away_leaves_nothing_in_a_cookie(browser: FlaskClient) -> None:
    assert "Set-Cookie" not in browser.get("/console").headers
