"""Every door has a guard, and what stands behind it is what the test says."""

from flask import Flask
from flask.testing import FlaskClient

from app.web.guards import GUARD

DOORS = {
    "asset": "anyone",
    "console.desk": "staff",
    "console.sign_in": "anyone",
    "console.sign_out": "staff",
    "console.ticket": "staff",
    "public.front": "anyone",
    "youth.chat": "anyone",
}


def test_every_route_has_the_guard_it_is_meant_to_have(flask: Flask) -> None:
    guards = {name: getattr(view, GUARD, None) for name, view in flask.view_functions.items()}
    assert guards == DOORS


def test_every_staff_door_turns_a_stranger_away(flask: Flask, browser: FlaskClient) -> None:
    for rule in flask.url_map.iter_rules():
        if DOORS[rule.endpoint] == "staff":
            method = "POST" if "POST" in rule.methods else "GET"
            answer = browser.open(rule.rule, method=method)
            assert answer.status_code in {302, 400, 401}, rule
            assert "/sign-in" in answer.headers.get("Location", "/sign-in")
