"""Adverts open inside apps: the page says that the app can read along, and the address loses what the advert added."""

import pytest
from playwright.sync_api import expect

from tests.journeys.apps import FACEBOOK, INSTAGRAM
from tests.journeys.axe import check
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

ADVERT = "?fbclid=IwAR0x&utm_source=snap&gclid=1#top"


def hint(youth: YouthWindow, start: str):
    """Return the hint that begins like this."""
    return youth.page.locator(".in-app", has_text=start)


@pytest.mark.parametrize(
    "user_agent, app, own_browser", [(INSTAGRAM, "Instagram", "Safari"), (FACEBOOK, "Facebook", "Chrome")]
)
def test_the_app_and_the_phones_own_browser_are_named(
    stage: Stage, user_agent: str, app: str, own_browser: str
) -> None:
    words = f"inde i {app}. Appen kan se, hvad du læser og skriver her. Åbn den hellere i {own_browser}."
    noor = stage.youth(user_agent=user_agent)
    expect(hint(noor, words)).to_be_visible()
    check(noor.page)
    noor.press("Bliv her")
    expect(hint(noor, words)).to_have_count(0)


def test_a_browser_is_told_nothing(stage: Stage) -> None:
    noor = stage.youth()
    expect(noor.page.get_by_role("heading", name="Skriv med en, der lytter")).to_be_visible()
    expect(noor.page.locator(".in-app")).to_be_hidden()


def test_the_copied_link_is_the_clean_address(stage: Stage) -> None:
    noor = stage.youth(user_agent=INSTAGRAM, permissions=["clipboard-write"])
    noor.open(stage.cast.slug + ADVERT)
    noor.press("Kopiér link")
    expect(hint(noor, "Linket er kopieret. Sæt det ind i Safari.")).to_be_visible()
    assert pasted(noor) == f"{stage.server.address}/{stage.cast.slug}"


def pasted(youth: YouthWindow) -> str:
    """Paste what was copied somewhere else: our own pages may not read the clipboard."""
    other = youth.context.new_page()
    other.set_content("<textarea autofocus></textarea>")
    other.locator("textarea").press("Control+v")
    return other.locator("textarea").input_value()


@pytest.mark.parametrize("language", ["", "/en"])
def test_from_a_frame_the_address_of_the_plain_page_is_copied(stage: Stage, language: str) -> None:
    noor = stage.youth(user_agent=INSTAGRAM, permissions=["clipboard-write"])
    noor.open(f"embed/{stage.cast.slug}{language}{ADVERT}")
    noor.page.locator("[data-part=copy]").click()
    expect(noor.page.locator("[data-part=copied]")).not_to_be_empty()
    assert pasted(noor) == f"{stage.server.address}/{stage.cast.slug}{language}"


def test_an_app_that_keeps_its_clipboard_gets_a_field_to_copy_from(stage: Stage) -> None:
    noor = stage.youth(user_agent=FACEBOOK)
    noor.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    noor.press("Kopiér link")
    field = noor.page.get_by_role("textbox", name="Link til chatten")
    expect(field).to_have_value(f"{stage.server.address}/{stage.cast.slug}")
    expect(field).to_be_focused()
    assert noor.page.evaluate("getSelection().toString()") == f"{stage.server.address}/{stage.cast.slug}"
    expect(hint(noor, "Hold fingeren på linket, og kopiér det. Sæt det ind i Chrome.")).to_be_visible()
    check(noor.page)


def test_what_an_advert_adds_is_gone_from_the_address_and_leaves_no_entry_in_the_history(stage: Stage) -> None:
    noor = stage.youth()
    before = noor.page.evaluate("history.length")
    noor.open(stage.cast.slug + ADVERT)
    noor.see_heading("Skriv med en, der lytter")
    expect(noor.page).to_have_url(f"{stage.server.address}/{stage.cast.slug}")
    assert noor.page.evaluate("history.length") == before + 1
    assert (
        noor.page.evaluate("navigation.entries().map(({ url }) => url).filter((url) => /fbclid|utm/.test(url))") == []
    )


def test_what_the_browser_calls_itself_is_sent_to_nobody_by_the_page(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth(user_agent=INSTAGRAM)
    noor.start()
    noor.see_heading("Du er nr. 1")
    assert [frame for frame in noor.frames_sent if "Instagram" in frame] == []
