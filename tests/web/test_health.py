"""The operator's doors: alive, ready, and figures for whoever has the token and for nobody else."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import clock, factory
from app.factory import Application
from config import Config
from tests.web.conftest import KEY

TOKEN = "a token for tests that is long enough"


@pytest.fixture
def application(database_url: str) -> Iterator[Application]:
    """The whole app with the door to its figures, and a ticker that has just ticked."""
    yield from assembled(database_url, TOKEN.replace(" ", "-"))


@pytest.fixture
def unmigrated(empty_url: str) -> Iterator[Application]:
    """An app whose database has no schema."""
    yield from assembled(empty_url)


def assembled(database_url: str, token: str | None = None) -> Iterator[Application]:
    config = Config(secret_key=KEY, database_url=database_url, public_url="http://127.0.0.1:5000", metrics_token=token)
    built = factory.build(config, async_mode="threading", offload=factory.call_directly)
    built.parts.ticker.note(clock.steady())
    yield built
    built.database.close()


@pytest.fixture
def flask(application: Application) -> Flask:
    """The app that answers HTTP."""
    return application.flask


def readiness(application: Application) -> tuple[int, str]:
    answer = application.flask.test_client().get("/readyz")
    return answer.status_code, answer.text.strip()


def test_it_is_alive_as_long_as_it_answers(unmigrated: Application) -> None:
    answer = unmigrated.flask.test_client().get("/healthz")
    assert (answer.status_code, answer.text) == (200, "alive\n")


def test_it_is_ready_when_every_part_is_well(application: Application) -> None:
    assert readiness(application) == (200, "ready")


def test_without_its_schema_it_is_not_ready(unmigrated: Application) -> None:
    assert readiness(unmigrated) == (503, "schema")


def test_without_a_ticker_it_is_not_ready(application: Application) -> None:
    application.parts.ticker.note(clock.steady() - 11)
    assert readiness(application) == (503, "ticker")


def test_while_it_drains_it_is_not_ready(application: Application) -> None:
    application.parts.traffic.is_draining = True
    assert readiness(application) == (503, "draining")


def test_each_failing_part_has_its_word() -> None:
    unreachable = Config(KEY, "postgresql+psycopg2://nobody@127.0.0.1:1/x", "http://127.0.0.1:5000")
    built = factory.build(unreachable, async_mode="threading", offload=factory.call_directly)
    assert readiness(built) == (503, "database ticker")


def test_the_figures_need_the_token(browser: FlaskClient) -> None:
    assert browser.get("/metrics").status_code == 401
    assert browser.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert browser.get("/metrics", headers={"Authorization": "Bearer kanariefugl-æøå"}).status_code == 401
    answer = browser.get("/metrics", headers={"Authorization": f"Bearer {TOKEN.replace(' ', '-')}"})
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain")


def test_without_a_token_in_the_settings_there_is_no_such_door(unmigrated: Application) -> None:
    browser = unmigrated.flask.test_client()
    for given in ("Bearer ", "Bearer None", "Bearer x"):
        assert browser.get("/metrics", headers={"Authorization": given}).status_code == 404


def test_pages_and_outages_are_counted(application: Application) -> None:
    browser = application.flask.test_client()
    browser.get("/healthz")
    browser.get("/no-such-place")
    text = application.parts.metrics.text().decode()
    assert 'lyttepunkt_pages_total{status="200"} 1.0' in text
    assert 'lyttepunkt_pages_total{status="404"} 1.0' in text
    assert "lyttepunkt_database_errors_total 0.0" in text
