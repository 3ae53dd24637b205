"""Other people's pages: a frame for exactly those who were named, a loader that anyone may load, and a status."""

import gzip

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from app import clock
from app.domain.duty import DutyState
from app.persistence import municipalities
from app.persistence.database import Database
from app.services import duties, embedding
from app.web import embedding as web_embedding
from tests.cast import Cast

SCHOOL = "https://ungdomsskolen.example"
LIBRARY = "https://biblioteket.example:8443"
LOADER_LIMIT = 3000  # bytes, after gzip


@pytest.fixture
def embedded(database: Database, cast: Cast) -> Cast:
    """The cast, whose municipality lets two sites embed its chat."""
    with database.write() as work:
        embedding.allow(work, cast.municipality_id, [SCHOOL, LIBRARY])
    return cast


def ancestors(answer) -> str:
    """Return who may frame an answer."""
    found = [part for part in answer.headers["Content-Security-Policy"].split("; ") if part.startswith("frame-anc")]
    assert len(found) == 1
    return found[0].removeprefix("frame-ancestors ")


def test_the_frame_is_for_exactly_the_origins_that_were_named(browser: FlaskClient, embedded: Cast) -> None:
    answer = browser.get(f"/embed/{embedded.slug}")
    assert answer.status_code == 200
    assert ancestors(answer) == f"{LIBRARY} {SCHOOL}"
    assert "X-Frame-Options" not in answer.headers
    assert f'data-embedding-origins="{LIBRARY} {SCHOOL}"' in answer.text


def test_whoever_has_named_no_site_is_framed_by_nobody(browser: FlaskClient, embedded: Cast) -> None:
    answer = browser.get(f"/embed/{embedded.neighbour_slug}")
    assert answer.status_code == 200
    assert ancestors(answer) == "'none'"
    assert 'data-embedding-origins=""' in answer.text


def test_the_plain_page_is_framed_by_nobody_and_tells_nobody(browser: FlaskClient, embedded: Cast) -> None:
    answer = browser.get(f"/{embedded.slug}")
    assert ancestors(answer) == "'none'"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "data-embedding-origins" not in answer.text
    assert SCHOOL not in answer.text


def test_but_for_who_may_frame_it_the_frame_has_the_headers_of_the_plain_page(
    browser: FlaskClient, embedded: Cast
) -> None:
    frame, plain = (dict(browser.get(address).headers) for address in (f"/embed/{embedded.slug}", f"/{embedded.slug}"))
    for headers in (frame, plain):
        for different in ("Content-Length", "Date"):
            headers.pop(different, None)
    assert plain.pop("X-Frame-Options") == "DENY"
    plain["Content-Security-Policy"] = plain["Content-Security-Policy"].replace(
        "'none'; req", f"{LIBRARY} {SCHOOL}; req"
    )
    assert frame == plain


@pytest.mark.parametrize("address", ["/embed/kanariefugl", "/embed/%00", "/embed/Hjem", "/embed", "/embed/"])
def test_a_frame_of_nobody_is_not_found_and_not_framed(browser: FlaskClient, cast: Cast, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "kanariefugl" not in answer.text


def test_the_end_of_a_chat_leads_back_to_where_it_began(browser: FlaskClient, embedded: Cast) -> None:
    for address in (f"/{embedded.slug}", f"/embed/{embedded.slug}"):
        assert f'<a class="button" href="{address}">Til begyndelsen</a>' in browser.get(address).text


def test_any_page_may_load_the_loader_and_keep_it_for_five_minutes(browser: FlaskClient) -> None:
    with browser.get("/widget.js") as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer.headers["Cache-Control"] == "public, max-age=300"
        assert "Set-Cookie" not in answer.headers
        assert "Vary" not in answer.headers
        tag = answer.headers["ETag"]
    with browser.get("/widget.js", headers={"If-None-Match": tag}) as again:
        assert again.status_code == 304
        assert again.headers["Cache-Control"] == "public, max-age=300"


def test_the_loader_is_small(browser: FlaskClient) -> None:
    with browser.get("/widget.js") as answer:
        size = len(gzip.compress(answer.data))
    print(f"the loader has {size} bytes after gzip")
    assert size <= LOADER_LIMIT


def test_the_status_is_one_word_that_any_page_may_read_and_keep_for_a_minute(
    browser: FlaskClient, cast: Cast, database: Database
) -> None:
    answer = browser.get(f"/status/{cast.slug}.json", headers={"Origin": SCHOOL})
    assert answer.json == {"state": "unstaffed"}
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert "Set-Cookie" not in answer.headers
    assert "Vary" not in answer.headers
    now, here = clock.now(), [cast.municipality_id]
    with database.write() as work:
        duties.set_duty(work, cast.alex.id, state=DutyState.ON, capacity=1, municipality_ids=here, now=now)
    assert browser.get(f"/status/{cast.slug}.json").json == {"state": "open"}
    assert browser.get(f"/status/{cast.neighbour_slug}.json").json == {"state": "unstaffed"}


@pytest.mark.parametrize("address", ["/status/kanariefugl.json", "/status/%00.json", "/status/x", "/status/.json"])
def test_the_status_of_nobody_is_not_found_and_not_kept(browser: FlaskClient, cast: Cast, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_page_that_fails_after_all_is_allowed_nothing(flask: Flask) -> None:
    with flask.test_request_context():
        web_embedding.let_frame([SCHOOL])
        web_embedding.offer(60)
        strict = Response(
            status=500, headers={"Content-Security-Policy": web_embedding.NOBODY, "X-Frame-Options": "DENY"}
        )
        web_embedding.loosened(strict)
        assert strict.headers["Content-Security-Policy"] == web_embedding.NOBODY
        assert strict.headers["X-Frame-Options"] == "DENY"
        assert "Cache-Control" not in strict.headers


def test_every_other_file_stays_our_own(browser: FlaskClient, embedded: Cast) -> None:
    for address in ("/", f"/{embedded.slug}", f"/embed/{embedded.slug}", "/console/sign-in", "/healthz"):
        answer = browser.get(address)
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_list_that_is_taken_back_counts_at_once(browser: FlaskClient, embedded: Cast, database: Database) -> None:
    with database.write() as work:
        embedding.allow(work, embedded.municipality_id, [])
        assert municipalities.find(work.session, embedded.municipality_id).embedding_origins == []
    assert ancestors(browser.get(f"/embed/{embedded.slug}")) == "'none'"
