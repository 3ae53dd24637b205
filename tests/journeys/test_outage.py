"""The server goes away in the middle: it is said in words, and no sentence is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import serving
from tests.journeys import words
from tests.journeys.stage import Stage
from tests.servers.process import ServerProcess


@pytest.fixture(params=["sqlite"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerProcess]:
    """A server that nobody else needs."""
    yield from serving(request, tmp_path)


def test_what_is_written_during_an_outage_arrives_after_it(troubled_stage: Stage) -> None:
    noor, alex = troubled_stage.talking()
    troubled_stage.server.kill()
    expect(noor.connection).to_contain_text("Forbindelsen er væk lige nu")
    expect(alex.connection).to_contain_text("Forbindelsen er væk")
    noor.write("er du der?")
    noor.write("jeg venter")
    expect(noor.log.locator(".message", has_text="jeg venter")).to_contain_text("Sender …")
    troubled_stage.server.start()
    for window in (noor, alex):
        expect(window.connection).to_be_empty(timeout=30_000)
    expect(alex.log.locator(".message")).to_have_count(3)
    assert alex.texts() == noor.texts() == ["hej", "er du der?", "jeg venter"]


def test_a_door_that_cannot_be_reached_gives_numbers_until_it_can(troubled_stage: Stage) -> None:
    troubled_stage.on_duty()
    noor = troubled_stage.youth()
    start = noor.page.get_by_role("button", name="Start chatten")
    expect(start).to_be_visible()
    troubled_stage.server.kill()
    noor.see_heading("Vi kan ikke få forbindelse til chatten lige nu")
    expect(start).to_be_hidden()
    expect(noor.page.get_by_role("link", name="116 111")).to_be_visible()
    troubled_stage.server.start()
    expect(start).to_be_visible(timeout=30_000)


def test_an_english_door_that_cannot_be_reached_says_so_in_english(troubled_stage: Stage) -> None:
    troubled_stage.on_duty()
    noor = troubled_stage.english_youth()
    expect(noor.page.get_by_role("button", name="Start the chat")).to_be_visible()
    troubled_stage.server.kill()
    noor.see_heading("We can’t reach the chat right now")
    expect(noor.page.get_by_role("link", name="116 111")).to_be_visible()
    assert words.left_in_danish(noor) == []
    troubled_stage.server.start()
    expect(noor.page.get_by_role("button", name="Start the chat")).to_be_visible(timeout=30_000)


def test_a_sentence_survives_a_reload_during_an_outage(troubled_stage: Stage) -> None:
    noor, alex = troubled_stage.talking()
    troubled_stage.server.kill()
    noor.write("husk mig")
    expect(noor.log.locator(".message", has_text="husk mig")).to_contain_text("Sender …")
    troubled_stage.server.start()
    noor.page.reload()
    alex.page.reload()
    for window in (noor, alex):
        window.see("husk mig")
    assert alex.texts() == ["hej", "husk mig"]


@pytest.mark.parametrize("end", [ServerProcess.kill, ServerProcess.terminate], ids=["killed", "terminated"])
def test_who_is_writing_while_it_restarts_goes_on_writing(
    troubled_stage: Stage, end: Callable[[ServerProcess], object]
) -> None:
    noor, alex = troubled_stage.talking()
    noor.composer.press_sequentially("jeg er i gang")
    expect(alex.page.locator(".peer")).to_have_text("Den unge skriver …")
    end(troubled_stage.server)
    expect(alex.page.locator(".peer")).to_be_empty()
    noor.composer.press_sequentially(" med at skrive")
    for number in range(1, 4):
        alex.write(f"svar {number}")
    troubled_stage.server.start()
    noor.see("svar 3")
    expect(noor.composer).to_have_value("jeg er i gang med at skrive")
    noor.press("Send")
    alex.see("jeg er i gang med at skrive")
    assert alex.texts() == noor.texts() == ["hej", "svar 1", "svar 2", "svar 3", "jeg er i gang med at skrive"]


def test_numbers_stand_beside_the_chat_while_the_server_cannot_be_reached(troubled_stage: Stage) -> None:
    noor, _ = troubled_stage.talking()
    sam = troubled_stage.youth()
    sam.start()
    sam.see_heading("Du er nr. 1")
    for youth in (noor, sam):
        expect(youth.page.locator(".call-now")).to_be_hidden()
    troubled_stage.server.kill()
    for youth in (noor, sam):
        expect(youth.connection).to_contain_text("Forbindelsen er væk lige nu")
        youth.page.get_by_text("Du kan ringe nu").click()
        for number in ("112", "116 111", "70 201 201"):
            expect(youth.page.locator(".call-now").get_by_role("link", name=number)).to_be_visible()
    troubled_stage.server.start()
    for youth in (noor, sam):
        expect(youth.connection).to_be_empty(timeout=30_000)
        expect(youth.page.locator(".call-now")).to_be_hidden()


def test_a_hurry_has_its_numbers_without_a_server(troubled_stage: Stage) -> None:
    noor = troubled_stage.youth()
    troubled_stage.server.kill()
    noor.see_heading("Vi kan ikke få forbindelse til chatten lige nu")
    noor.page.get_by_text("Jeg har brug for hjælp nu").click()
    expect(noor.page.locator(".urgent").get_by_role("link", name="112")).to_be_visible()
    expect(noor.page.get_by_role("button", name="Skriv nu")).to_be_hidden()
    troubled_stage.server.start()


def test_an_end_that_the_server_has_not_heard_leaves_nothing_on_the_screen_and_gives_numbers(
    troubled_stage: Stage,
) -> None:
    noor, _ = troubled_stage.talking()
    troubled_stage.server.kill()
    expect(noor.connection).to_contain_text("Forbindelsen er væk lige nu")
    noor.leave()
    noor.see_heading("Chatten er slut")
    assert "hej" not in noor.page.locator(".conversation").inner_text()
    assert noor.log.count() == 0
    expect(noor.page.locator(".ended").get_by_role("link", name="116 111")).to_be_visible()
    troubled_stage.server.start()
