"""Everyone can use every screen: axe, the keyboard alone, narrow screens, screen readers."""

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import check
from tests.journeys.stage import Stage
from tests.journeys.window import Window

NARROW = {"viewport": {"width": 320, "height": 568}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_young_persons_screens(stage: Stage, scheme: str) -> None:
    noor = stage.youth(color_scheme=scheme)
    noor.see_heading("Der er ingen ved chatten lige nu")
    check(noor.page)
    alex = stage.on_duty()
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_visible()
    for summary in noor.page.locator("summary:visible").all():
        summary.click()
    check(noor.page)
    noor.start()
    check(noor.page)
    noor.write("hej")
    alex.take_next()
    alex.write("Hej med dig")
    noor.see("Hej med dig")
    check(noor.page)
    noor.press("Luk")
    check(noor.page)
    noor.press("Ja, luk")
    noor.see_heading("Chatten er slut")
    check(noor.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_staffs_screens(stage: Stage, scheme: str) -> None:
    alex = stage.on_duty(color_scheme=scheme)
    check(alex.page)
    noor = stage.youth()
    noor.start()
    noor.write("hej")
    expect(alex.page.locator(".waiting-one")).to_have_count(1)
    check(alex.page)
    alex.take_next()
    alex.see("hej")
    check(alex.page)
    alex.press("Afslut")
    check(alex.page)
    alex.press("Ja, afslut")
    expect(alex.page.get_by_role("button", name="Ryd")).to_be_visible()
    check(alex.page)
    alex.press("Log ud")
    alex.see_heading("Log ind")
    check(alex.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_conversation_changes_hands(stage: Stage, scheme: str) -> None:
    noor, alex = stage.talking(color_scheme=scheme)
    kim = stage.on_duty(member=stage.cast.kim, color_scheme=scheme)
    noor.composer.press_sequentially("jeg")
    expect(alex.page.locator(".peer")).to_have_text("Den unge skriver …")
    alex.press("Giv videre")
    expect(alex.page.get_by_role("radio", name=stage.cast.kim.email)).to_be_enabled()
    check(alex.page)
    alex.choose_successor(stage.cast.kim.email)
    noor.see_wait_again()
    check(noor.page)
    expect(alex.page.get_by_text("Du har givet samtalen videre.")).to_be_visible()
    check(alex.page)
    expect(kim.page.get_by_text("Til dig", exact=True)).to_be_visible()
    check(kim.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_a_desk_that_waits(stage: Stage, scheme: str) -> None:
    noor, alex = stage.talking(color_scheme=scheme)
    noor.page.goto("about:blank")
    noor.complaints.clear()  # the empty page is foreign
    expect(alex.page.locator(".peer")).not_to_be_empty()
    check(alex.page)
    alex.end()
    alex.press("Afslut og ryd")
    expect(alex.page.get_by_role("button", name="Klar igen")).to_be_focused()
    check(alex.page)
    alex.go_on()
    alex.see_heading("Konsollen er åben i et andet vindue")
    check(alex.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_public_pages(troubled_stage: Stage, scheme: str) -> None:
    noor = troubled_stage.youth(color_scheme=scheme)
    for path in ("/", "/der-er-ingenting-her"):
        noor.page.goto(troubled_stage.server.address + path)
        check(noor.page)


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
