"""Whoever leaves, leaves nothing behind."""

from playwright.sync_api import expect

from tests.journeys.stage import Stage


def test_a_youth_who_closes_the_chat_has_nothing_left(stage: Stage) -> None:
    noor, alex = stage.talking()
    alex.write("Hvor er du henne?")
    noor.see("Hvor er du henne?")
    noor.leave()
    noor.see_heading("Chatten er slut")
    assert "Hvor er du henne?" not in noor.page.content()
    noor.wait_until_tab_keeps_nothing()
    noor.page.reload()
    noor.see_heading("Skriv med en, der lytter")


def test_no_is_an_answer(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.press("Luk")
    noor.press("Nej, bliv")
    noor.write("jeg bliver")
    alex.see("jeg bliver")


def test_the_text_stays_with_the_counsellor_until_it_is_cleared(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.leave()
    expect(alex.page.get_by_text("Samtalen er slut.")).to_be_visible()
    alex.see("hej")
    expect(alex.composer).to_be_hidden()
    alex.press("Ryd")
    alex.see_heading("Ingen åben samtale")
    assert "hej" not in alex.page.locator("main").inner_text()


def test_a_page_that_is_left_keeps_no_word_in_the_browsers_memory(stage: Stage) -> None:
    noor, _ = stage.talking()
    noor.page.evaluate("addEventListener('pagehide', () => sessionStorage.setItem('left', document.body.textContent))")
    noor.page.reload()
    noor.see("hej")
    assert noor.page.evaluate("sessionStorage.getItem('left')") == ""


def test_title_and_icon_never_tell_what_the_page_is(stage: Stage) -> None:
    noor, _ = stage.talking()
    expect(noor.page).to_have_title("Chat")
    noor.leave()
    noor.see_heading("Chatten er slut")
    expect(noor.page).to_have_title("Chat")
    assert noor.page.evaluate("history.length") <= 2
