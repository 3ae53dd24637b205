"""The product's main job: two real browsers, a sealed conversation, and nothing left of it."""

import pytest
from playwright.sync_api import expect

from tests.conftest import BACKENDS
from tests.journeys import traces
from tests.journeys.stage import Stage
from tests.journeys.window import Window

DANISH = "Blåbærgrød på Ærø, jeg har ondt i maven"
EMOJI = "👩‍👩‍👧 😢 🏳️‍🌈"
LONG = ("Det er en lang historie. " * 80)[:2000].replace(" ", "_")
RIGHT_TO_LEFT = "مرحبا، هل يمكنك مساعدتي؟"
LINES = "først\nså\n\ntil sidst"


@pytest.mark.parametrize("server", BACKENDS, indirect=True)
def test_two_browsers_talk_through_reloads_and_nothing_is_left(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    noor.start()
    noor.write(DANISH)
    noor.see_sent(DANISH)
    alex.take_next()
    alex.see(DANISH)
    noor.see("En rådgiver er her nu")
    written = [DANISH, *talk(noor, alex)]
    for window in (noor, alex):
        window.page.reload()
        expect(window.log.locator(".message")).to_have_count(len(written))
        assert window.texts() == written
    alex.write("Godt, du skrev.")
    noor.see("Godt, du skrev.")
    bodies = traces.bodies_in(noor.frames_sent) + traces.bodies_in(alex.frames_sent)
    assert len(bodies) == len(written) + 1
    assert traces.files_that_hold(stage.server.database_url, [DANISH, LONG]) == []
    alex.end()
    noor.see_heading("Chatten er slut")
    traces.wait_until_nothing_is_left(stage.server.database_url, stage.cast.municipality_id, bodies)


def talk(noor: Window, alex: Window) -> list[str]:
    """Write in turns, each only when the other has read; returns what was written."""
    spoken = [(alex, noor, EMOJI), (noor, alex, LONG), (alex, noor, RIGHT_TO_LEFT), (noor, alex, LINES)]
    for writer, reader, text in spoken:
        writer.write(text)
        expect(reader.log.locator(".message__words").last).to_have_text(text, use_inner_text=True)
    return [text for _, _, text in spoken]


def test_messages_written_in_one_breath_arrive_in_order(stage: Stage) -> None:
    noor, alex = stage.talking()
    sentences = [f"sætning {number}" for number in range(1, 11)]
    for sentence in sentences:
        noor.write(sentence)
    expect(alex.log.locator(".message")).to_have_count(11)
    assert alex.texts() == ["hej", *sentences]


def test_a_reload_right_after_sending_loses_and_doubles_nothing(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.write("det her er svært")
    noor.page.reload()
    noor.see("det her er svært")
    alex.see("det her er svært")
    noor.write("men jeg prøver")
    alex.see("men jeg prøver")
    assert alex.texts() == ["hej", "det her er svært", "men jeg prøver"]


def test_a_text_is_never_read_as_markup(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.write("<img src=x onerror=alert(1)> <b>hej</b> {{ 7*7 }}")
    alex.see("<img src=x onerror=alert(1)> <b>hej</b> {{ 7*7 }}")
    expect(alex.log.locator("img, b")).to_have_count(0)


def test_a_text_that_is_too_long_stays_and_is_explained(stage: Stage) -> None:
    noor, _ = stage.talking()
    noor.write("å" * 4001)
    expect(noor.page.get_by_text("Beskeden er for lang. Del den op i to.")).to_be_visible()
    expect(noor.composer).to_have_value("å" * 4001)
    noor.write("å" * 4000)
    noor.see_sent("å" * 4000)
