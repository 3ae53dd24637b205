"""A real browser, a real server, and a stage on which something happens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from app.persistence.database import Database
from app.services import embedding
from tests import cast as casting
from tests.conftest import serving
from tests.journeys import chromium
from tests.journeys.stage import Stage
from tests.servers import host_page
from tests.servers.host_page import HostPage
from tests.servers.process import ServerProcess


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    with chromium.running() as started:
        yield started


@pytest.fixture(scope="session", params=["sqlite"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A running server on the embedded default; a journey that needs the other kind of database asks for it."""
    folder = tmp_path_factory.mktemp("journeys")
    yield from serving(request, folder)


@pytest.fixture
def troubled_stage(server: ServerProcess, browser: Browser, password_hash: str) -> Iterator[Stage]:
    """A fresh cast, for a journey in which browsers have reason to complain."""
    database = Database(server.database_url)
    opened = Stage(server, casting.assemble(database, password_hash), browser)
    database.close()
    yield opened
    opened.close()
    assert server.answers()


@pytest.fixture
def stage(troubled_stage: Stage) -> Iterator[Stage]:
    """A fresh cast; no browser may complain about anything (scripts, policies, foreign origins)."""
    yield troubled_stage
    assert troubled_stage.complaints() == []


@pytest.fixture
def school(troubled_stage: Stage) -> Iterator[HostPage]:
    """Somebody else's web site, on another site than ours, that the cast's municipality lets embed its chat."""
    with host_page.serving("localhost") as page:
        allow(troubled_stage, page.origin)
        page.embed(troubled_stage.server.address, troubled_stage.cast.slug)
        yield page


def allow(stage: Stage, *origins: str) -> None:
    """Let these sites embed the chat of the cast's municipality."""
    database = Database(stage.server.database_url)
    with database.write() as work:
        embedding.allow(work, stage.cast.municipality_id, origins)
    database.close()
