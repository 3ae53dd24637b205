"""Whoever reads English is met in English from the first page to the last."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys import words
from tests.journeys.axe import check
from tests.journeys.english_window import EnglishWindow
from tests.journeys.stage import Stage

pytestmark = pytest.mark.once


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_whole_chat_is_in_english(stage: Stage, scheme: str) -> None:
    noor = stage.english_youth(color_scheme=scheme)
    noor.see_heading("There’s nobody here right now")
    look_at(noor)
    alex = stage.on_duty()
    come_in(noor)
    noor.write("Hi. I don’t know how to say this")
    noor.see_sent("Hi. I don’t know")
    alex.take_next()
    alex.write("Hi, take your time")
    noor.see("Hi, take your time")
    noor.see_state("Hi. I don’t know", "Read")
    look_at(noor)
    go_out(noor)


def come_in(noor: EnglishWindow) -> None:
    """Read the whole welcome and take a place in the line."""
    expect(noor.page.get_by_role("button", name="Start the chat")).to_be_visible()
    for summary in noor.page.locator("summary:visible").all():
        summary.click()
    look_at(noor)
    noor.start()
    noor.see_heading("You’re number 1")
    look_at(noor)


def go_out(noor: EnglishWindow) -> None:
    """Close the chat and go back to where it began."""
    noor.press("Close")
    look_at(noor)
    noor.press("Yes, close it")
    noor.see_heading("The chat is over")
    look_at(noor)
    noor.page.get_by_role("link", name="Back to the start").click()
    noor.see_heading("Chat with someone who listens")
    look_at(noor)


def look_at(noor: EnglishWindow) -> None:
    """Look at one screen: its language, its words, and what axe has to say."""
    expect(noor.page.locator("html")).to_have_attribute("lang", "en")
    assert words.left_in_danish(noor) == []
    check(noor.page)


def test_the_counsellors_side_ends_a_chat_in_english_too(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.english_youth()
    noor.start()
    alex.take_next()
    noor.see("A counsellor is here now")
    alex.composer.press_sequentially("Hel")
    expect(noor.page.locator(".peer")).to_have_text("The counsellor is typing…")
    alex.end()
    noor.see_heading("The chat is over")
    expect(noor.page.get_by_text("Thank you for writing.")).to_be_visible()
    assert words.left_in_danish(noor) == []


def test_the_language_is_chosen_on_the_first_screen_and_on_no_other(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth(locale="en-GB")
    noor.see_heading("Skriv med en, der lytter")
    noor.page.get_by_role("link", name="English").click()
    noor.see_heading("Chat with someone who listens")
    noor.page.get_by_role("link", name="Dansk").click()
    noor.press("Start chatten")
    noor.see_heading("Du er nr. 1")
    expect(noor.page.get_by_role("link", name="English")).to_be_hidden()


def test_the_counsellor_is_told_who_writes_in_english(stage: Stage) -> None:
    alex = stage.on_duty(capacity=2)
    noor = stage.english_youth()
    noor.start()
    told = alex.page.locator(".waiting-one").get_by_text("Skriver på engelsk")
    expect(told).to_be_visible()
    check(alex.page)
    alex.take_next()
    expect(alex.page.locator(".panel:visible").get_by_text("Skriver på engelsk")).to_be_visible()
    check(alex.page)
    alex.page.reload()
    expect(alex.page.locator(".panel:visible").get_by_text("Skriver på engelsk")).to_be_visible()
    stage.youth().start()
    expect(alex.page.locator(".waiting-one")).to_have_count(1)
    expect(told).to_be_hidden()


def test_the_join_says_the_language_of_the_page(stage: Stage) -> None:
    stage.on_duty()
    for noor, language in ((stage.youth(), "da"), (stage.english_youth(), "en")):
        noor.start()
        [join] = [frame for frame in noor.frames_sent if '"join"' in frame]
        assert json.loads(join[join.index("[") :])[1]["language"] == language
