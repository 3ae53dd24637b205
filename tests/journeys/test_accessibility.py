"""Everyone can use every screen: with the keyboard alone, on narrow screens, with a screen reader."""

import pytest
from playwright.sync_api import expect

from app.persistence import municipalities
from app.persistence.database import Database
from tests.journeys.stage import Stage
from tests.journeys.window import Window

pytestmark = pytest.mark.once

NARROW = {"viewport": {"width": 320, "height": 568}, "is_mobile": True, "has_touch": True}


def test_a_whole_chat_needs_no_mouse(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth(is_mobile=False, has_touch=False)
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_visible()
    tab_to(noor, "button", "Start chatten")
    noor.page.keyboard.press("Enter")
    expect(noor.page.get_by_role("heading", name="Du er nr. 1")).to_be_focused()
    tab_to(noor, "textbox", "Skriv")
    noor.page.keyboard.type("hej")
    noor.page.keyboard.press("Enter")
    alex.take_next()
    expect(alex.composer).to_be_focused()
    alex.page.keyboard.type("Hej, Noor")
    alex.page.keyboard.press("Enter")
    noor.see("Hej, Noor")
    expect(noor.composer).to_be_focused()
    tab_to(noor, "button", "Luk", key="Shift+Tab")
    noor.page.keyboard.press("Enter")
    tab_to(noor, "button", "Ja, luk")
    noor.page.keyboard.press("Enter")
    expect(noor.page.get_by_role("heading", name="Chatten er slut")).to_be_focused()


def tab_to(window: Window, role: str, name: str, key: str = "Tab") -> None:
    """Press Tab until this control has the focus."""
    wanted = window.page.get_by_role(role, name=name)
    for _ in range(20):
        window.page.keyboard.press(key)
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def test_nothing_is_wider_than_a_narrow_screen(stage: Stage) -> None:
    noor = stage.youth(**NARROW)
    noor.see_heading("Der er ingen ved chatten lige nu")
    assert fits(noor)
    alex = stage.on_duty(**NARROW)
    assert fits(alex)
    noor.start()
    assert fits(noor)
    noor.page.get_by_text("Noget roligt imens").click()
    expect(noor.composer).to_be_in_viewport(ratio=1)
    assert fits(noor)
    noor.write("Speciallægepraksisplanlægningsstabiliseringsperiode" * 2)
    alex.press("Tag næste")
    expect(alex.log.locator(".message")).to_have_count(1)
    assert fits(noor)
    assert fits(alex)


def test_a_long_name_pushes_nothing_aside(stage: Stage) -> None:
    name_chat(stage, "Ungdomsuddannelsesvejledningsrådgivningschatten")
    noor = stage.youth(**NARROW)
    noor.see_heading("Der er ingen ved chatten lige nu")
    assert fits(noor)


def name_chat(stage: Stage, name: str) -> None:
    """Give the municipality's chat another name."""
    database = Database(stage.server.database_url)
    with database.write() as work:
        municipalities.find(work.session, stage.cast.municipality_id).chat_name = name
    database.close()


def fits(window: Window) -> bool:
    """Say whether nothing sticks out sideways."""
    return window.page.evaluate("document.documentElement.scrollWidth <= innerWidth && innerWidth <= 320")


def test_only_the_other_side_is_read_aloud(stage: Stage) -> None:
    noor, alex = stage.talking()
    announcer = noor.page.locator("[data-part=announcer]")
    alex.write("Hej med dig")
    expect(announcer).to_have_text("Rådgiver: Hej med dig")
    noor.write("mine egne ord")
    noor.see_sent("mine egne ord")
    assert "mine egne ord" not in announcer.text_content()


def test_a_counsellor_who_comes_before_anything_is_written_is_read_aloud(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    noor.start()
    alex.take_next()
    expect(noor.page.locator("[data-part=announcer]")).to_have_text("En rådgiver er her nu")


def test_a_young_persons_targets_are_large_enough(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth()
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_visible()
    assert small_targets(noor) == []
    noor.start()
    assert small_targets(noor) == []


def small_targets(window: Window) -> list[str]:
    """Name the controls that are lower than 44 px; a link inside a sentence may be."""
    return window.page.evaluate(
        """[...document.querySelectorAll('button, summary, textarea, a:not(p a)')]
            .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
            .map((control) => control.textContent.trim())"""
    )
