"""Small signs between two who cannot see each other: sent, read, writing; and who calls the counsellor."""

import re

from playwright.sync_api import expect

from tests.journeys.stage import Stage

# Browsers tell nobody which notes they have shown.
NOTES = """(() => {
    globalThis.notes = [];
    globalThis.Notification = class extends Notification {
        constructor(title, options) {
            super(title, options);
            notes.push(title);
        }
    };
})()"""


def test_a_message_is_sent_and_then_read(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    noor.start()
    noor.write("hej")
    noor.see_state("hej", "Sendt")
    alex.take_next()
    noor.see_state("hej", "Læst")
    alex.write("Hej med dig")
    alex.see_state("Hej med dig", "Læst")


def test_nothing_is_read_in_a_conversation_that_does_not_lie_open(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.choose_duty("På vagt", capacity=2)
    sam = stage.youth()
    sam.start()
    alex.take_next()
    alex.see_heading("Samtale 2")
    noor.write("er du der?")
    expect(alex.page.get_by_role("button", name="Samtale 1")).to_contain_text("1 ny")
    noor.see_state("er du der?", "Sendt")
    alex.open_conversation("Samtale 1")
    noor.see_state("er du der?", "Læst")


def test_each_sees_that_the_other_is_writing(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.composer.press_sequentially("nej")
    expect(alex.page.locator(".peer")).to_have_text("Den unge skriver …")
    noor.composer.clear()
    expect(alex.page.locator(".peer")).to_be_empty()
    alex.composer.press_sequentially("tag den tid, du skal bruge")
    expect(noor.page.locator(".peer")).to_have_text("Rådgiveren skriver …")
    alex.press("Send")
    noor.see("tag den tid, du skal bruge")
    expect(noor.page.locator(".peer")).to_be_empty()


def test_a_youth_who_waits_is_counted_called_and_noted(stage: Stage) -> None:
    alex = stage.counsellor(permissions=["notifications"])
    alex.context.add_init_script(NOTES)
    alex.page.reload()
    alex.choose_duty("På vagt")
    expect(alex.page).to_have_title(re.compile("^Konsol"))
    for sign in ("Besked på skærmen", "Lyd"):
        alex.page.get_by_role("switch", name=sign).check()
    noor = stage.youth()
    noor.start()
    expect(alex.page).to_have_title(re.compile(r"^\(1\) Konsol"))
    alex.page.wait_for_function("notes.includes('Der venter en ung')")
    alex.take_next(is_open=True)
    expect(alex.page).to_have_title(re.compile("^Konsol"))


def test_a_conversation_closed_as_spam_says_only_that_it_is_closed(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.press("Afslut")
    alex.press("Luk som spam")
    noor.see_heading("Chatten er slut")
    expect(noor.page.get_by_text("Rådgiveren har lukket chatten.")).to_be_visible()
    expect(alex.page.get_by_text("Du har lukket samtalen som spam.")).to_be_visible()
