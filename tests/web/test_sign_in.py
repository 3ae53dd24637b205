"""Signing in: the right pair opens the console, everything else opens nothing."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.persistence.database import Database
from tests.cast import PASSWORD, Cast
from tests.web.signing_in import csrf_in, session_of, submit


def test_the_right_pair_leads_to_the_console(browser: FlaskClient, cast: Cast) -> None:
    answer = submit(browser, cast.alex.email.upper(), PASSWORD)
    assert (answer.status_code, answer.location) == (302, "/console")
    assert browser.get("/console").status_code == 200


def test_a_wrong_pair_gets_the_same_answer_whichever_half_is_wrong(browser: FlaskClient, cast: Cast) -> None:
    wrong = submit(browser, cast.alex.email, "another long password")
    nobody = submit(browser, "nobody@example.com", PASSWORD)
    assert wrong.status_code == nobody.status_code == 401
    sentence = "E-mail og adgangskode passer ikke sammen."
    assert sentence in wrong.text
    assert sentence in nobody.text
    assert browser.get("/console").status_code == 302


def test_a_form_without_its_token_is_refused(browser: FlaskClient, cast: Cast) -> None:
    answer = browser.post("/console/sign-in", data={"email": cast.alex.email, "password": PASSWORD})
    assert answer.status_code == 400
    assert browser.get("/console").status_code == 302


@pytest.mark.parametrize("email", ["a\0b", "alex\x1b@example.dk", "a\x7f"])
def test_an_address_that_cannot_be_typed_fits_no_password(browser: FlaskClient, cast: Cast, email: str) -> None:
    answer = submit(browser, email, PASSWORD)
    assert answer.status_code == 401
    assert "Se efter, om din e-mail er skrevet rigtigt." in answer.text


def test_a_password_may_hold_anything_and_still_be_wrong(browser: FlaskClient, cast: Cast) -> None:
    assert submit(browser, cast.alex.email, "a long enough\0password").status_code == 401


def test_the_password_is_never_sent_back(browser: FlaskClient, cast: Cast) -> None:
    assert "kanariefugl-kodeord" not in submit(browser, cast.alex.email, "kanariefugl-kodeord").text


def test_nothing_of_an_earlier_session_survives_a_sign_in(browser: FlaskClient, cast: Cast) -> None:
    before = csrf_in(browser.get("/console/sign-in").text)
    submit(browser, cast.alex.email, PASSWORD)
    answer = browser.post("/console/ticket", headers={"X-CSRF-Token": before})
    assert answer.status_code == 400


def test_a_ticket_needs_a_sign_in_and_the_pages_token(browser: FlaskClient, cast: Cast) -> None:
    token = csrf_in(browser.get("/console/sign-in").text)
    assert browser.post("/console/ticket", headers={"X-CSRF-Token": token}).status_code == 401
    submit(browser, cast.alex.email, PASSWORD)
    assert browser.post("/console/ticket").status_code == 400
    token = csrf_in(browser.get("/console").text)
    answer = browser.post("/console/ticket", headers={"X-CSRF-Token": token})
    assert (answer.status_code, set(answer.json)) == (200, {"ticket"})


def test_signing_out_makes_the_cookie_worthless_wherever_it_was_copied(
    browser: FlaskClient, cast: Cast, database: Database
) -> None:
    submit(browser, cast.alex.email, PASSWORD)
    stolen = browser.get_cookie("staff")
    assert stolen is not None
    browser.post("/console/sign-out", data={"csrf_token": csrf_in(browser.get("/console").text)})
    browser.set_cookie("staff", stolen.value)
    assert browser.get("/console").status_code == 302


def test_an_admin_who_does_not_counsel_is_told_so_and_can_sign_out(browser: FlaskClient, cast: Cast) -> None:
    submit(browser, cast.robin.email, PASSWORD)
    page = browser.get("/console")
    assert page.status_code == 403
    assert "Du er ikke rådgiver i nogen kommune endnu. Spørg din administrator." in page.text
    assert 'action="/console/sign-out"' in page.text
    browser.post("/console/sign-out", data={"csrf_token": csrf_in(page.text)})
    assert browser.get("/console/sign-in").status_code == 200


def test_the_neighbours_console_is_not_ours(browser: FlaskClient, cast: Cast) -> None:
    submit(browser, cast.charlie.email, PASSWORD)
    assert browser.get("/console").status_code == 200
    assert browser.get(f"/console?municipality={cast.slug}").status_code == 403


@pytest.mark.parametrize("asked", ["%00", "%FF", "Not%20A%20Slug", "a%00b"])
def test_a_municipality_that_cannot_exist_is_refused_like_any_other(
    browser: FlaskClient, cast: Cast, asked: str
) -> None:
    submit(browser, cast.alex.email, PASSWORD)
    assert browser.get(f"/console?municipality={asked}").status_code == 403


def test_the_cookie_holds_the_token_and_nothing_about_the_browser(
    flask: Flask, browser: FlaskClient, cast: Cast
) -> None:
    submit(browser, cast.alex.email, PASSWORD)
    assert set(session_of(flask, browser)) == {"_user_id", "_fresh"}
    browser.get("/console")
    assert set(session_of(flask, browser)) == {"_user_id", "_fresh", "csrf_token"}


def test_the_cookie_is_out_of_reach_of_scripts(browser: FlaskClient, cast: Cast) -> None:
    cookie = submit(browser, cast.alex.email, PASSWORD).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
