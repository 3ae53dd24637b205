"""Signing in as a browser does: fetch the form, send it back with its token."""

import re

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def csrf_in(page: str) -> str:
    """Return the token that a page's forms or scripts send back."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"|name="csrf-token" content="([^"]+)"', page)
    assert found, page
    return found[1] or found[2]


def submit(browser: FlaskClient, email: str, password: str) -> TestResponse:
    """Fill in the sign-in form and send it."""
    token = csrf_in(browser.get("/console/sign-in").text)
    return browser.post("/console/sign-in", data={"email": email, "password": password, "csrf_token": token})


def session_of(flask: Flask, browser: FlaskClient) -> dict[str, object]:
    """Return what the staff cookie holds; its content is signed, not secret."""
    cookie = browser.get_cookie("staff")
    assert cookie is not None
    with flask.test_request_context(headers={"Cookie": f"staff={cookie.value}"}) as context:
        return dict(context.session)
