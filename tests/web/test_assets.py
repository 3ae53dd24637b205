"""Static files: kept for ever under an address that changes with their content."""

from flask import Flask
from flask.testing import FlaskClient

from app.web import assets


def test_every_file_a_page_names_is_there_and_may_be_kept(flask: Flask, browser: FlaskClient) -> None:
    for name in sorted(assets.names()):
        with browser.get(f"/static/{assets.version()}/{name}") as answer:
            assert answer.status_code == 200, name
            assert "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_another_version_is_not_found(browser: FlaskClient) -> None:
    name = min(assets.names())
    assert browser.get(f"/static/0000000000000000/{name}").status_code == 404


def test_nothing_but_the_pages_own_files_is_served(browser: FlaskClient) -> None:
    for name in ("vendor/package.json", "../config.py", "%2e%2e/config.py", "vendor/node_modules/x.js"):
        assert browser.get(f"/static/{assets.version()}/{name}").status_code == 404


def test_a_pages_modules_are_all_known_before_it_loads(flask: Flask) -> None:
    with flask.test_request_context():
        graph = assets.module_graph("js/youth.js")
    assert graph[0].endswith("js/youth.js")
    assert len(graph) == len(set(graph)) > 1
