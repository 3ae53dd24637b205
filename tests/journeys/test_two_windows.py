"""The same person, twice: a chat in two tabs, a console in two windows, a browser that has lost its key."""

from playwright.sync_api import expect

from tests.journeys.stage import Stage

LOSE_KEYS = """new Promise((done) => {
    const opening = indexedDB.open('lyttepunkt');
    opening.onsuccess = () => {
        const clearing = opening.result.transaction('keys', 'readwrite');
        clearing.objectStore('keys').clear();
        clearing.oncomplete = () => { opening.result.close(); done(); };
    };
})"""


def test_two_tabs_of_one_chat_stay_equal_and_end_together(stage: Stage) -> None:
    noor, alex = stage.talking()
    twin = noor.duplicate()
    twin.see("hej")
    noor.write("fra den ene")
    twin.see("fra den ene")
    twin.write("fra den anden")
    noor.see("fra den anden")
    alex.write("Jeg læser begge")
    for tab in (noor, twin):
        tab.see("Jeg læser begge")
    assert noor.texts() == twin.texts() == alex.texts()
    twin.leave()
    for tab in (noor, twin):
        tab.see_heading("Chatten er slut")
        tab.wait_until_tab_keeps_nothing()


def test_a_second_console_takes_over_and_the_first_can_take_back(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.composer.fill("et udkast")
    second = alex.go_on()
    second.see("hej")
    alex.see_heading("Konsollen er åben i et andet vindue")
    second.write("fra det nye vindue")
    noor.see("fra det nye vindue")
    alex.press("Arbejd her i stedet")
    alex.see("fra det nye vindue")
    expect(alex.composer).to_have_value("et udkast")
    second.see_heading("Konsollen er åben i et andet vindue")
    alex.press("Send")
    noor.see("et udkast")


def test_a_lost_key_is_replaced_and_the_history_opens_again(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.write("Hvad fylder mest?")
    noor.see("Hvad fylder mest?")
    alex.page.evaluate(LOSE_KEYS)
    alex.page.reload()
    alex.see("Hvad fylder mest?")
    assert alex.texts() == noor.texts() == ["hej", "Hvad fylder mest?"]
    alex.write("Jeg er her stadig")
    noor.see("Jeg er her stadig")
    expect(noor.log.get_by_text("En rådgiver er her nu")).to_have_count(1)
