"""A quick exit that the server never hears of: the tab keeps nothing all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import serving
from tests.journeys.stage import Stage
from tests.servers.process import ServerProcess


@pytest.fixture(params=["sqlite"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerProcess]:
    """A server that nobody else needs."""
    yield from serving(request, tmp_path)


def test_what_was_never_sent_is_gone_and_the_conversation_does_not_come_back(troubled_stage: Stage) -> None:
    noor, alex = troubled_stage.talking()
    troubled_stage.server.kill()
    noor.write("aldrig sendt")
    noor.see_state("aldrig sendt", "Sender …")
    noor.quick_exit.click()
    noor.see_neutral_page()
    troubled_stage.server.start()
    noor.open(troubled_stage.cast.slug)
    noor.see_heading("Skriv med en, der lytter")
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "welcome")
    assert noor.page.evaluate("sessionStorage.length") == 0
    expect(alex.connection).to_be_empty()
    assert alex.texts() == ["hej"]
