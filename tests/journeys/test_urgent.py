"""Whoever cannot wait has numbers at once, and a place further ahead."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.axe import check
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow

AT_ONCE = ["tel:112", "tel:116111", "tel:70201201"]
NOW = "Jeg har brug for hjælp nu"


def hurry(youth: YouthWindow) -> None:
    """Take the quieter way in."""
    youth.page.get_by_text(NOW).click()
    youth.press("Skriv nu")
    expect(youth.page.locator("body")).to_have_attribute("data-screen", "waiting")


def numbers(youth: YouthWindow) -> Locator:
    """Return the numbers that stand beside the waiting and the conversation."""
    return youth.page.locator(".call-now")


def test_the_numbers_are_there_at_once_and_while_waiting(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth()
    noor.page.get_by_text(NOW).click()
    links = noor.page.locator(".urgent a")
    assert [link.get_attribute("href") for link in links.all()] == AT_ONCE
    expect(links.first).to_be_visible()
    noor.press("Skriv nu")
    noor.see_heading("Du er nr. 1")
    expect(numbers(noor).get_by_role("link", name="70 201 201")).to_be_visible()
    noor.page.reload()
    noor.see_heading("Du er nr. 1")
    expect(numbers(noor).get_by_role("link", name="112")).to_be_visible()


def test_a_hurry_comes_before_who_can_wait_and_the_counsellor_sees_it(stage: Stage) -> None:
    alex = stage.on_duty()
    sam, noor = stage.youth(), stage.youth()
    sam.start()
    sam.see_heading("Du er nr. 1")
    hurry(noor)
    noor.see_heading("Du er nr. 1")
    sam.see_heading("Du er nr. 2")
    expect(alex.page.locator(".waiting-one").first).to_contain_text("Haster")
    expect(numbers(sam)).to_be_hidden()


def test_the_numbers_make_room_for_the_conversation(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    hurry(noor)
    expect(numbers(noor)).to_be_visible()
    alex.take_next()
    noor.see("En rådgiver er her nu")
    expect(numbers(noor)).to_be_hidden()


def test_with_nobody_on_duty_there_are_the_numbers_only(stage: Stage) -> None:
    noor = stage.youth()
    noor.page.get_by_text(NOW).click()
    expect(noor.page.locator(".urgent").get_by_role("link", name="112")).to_be_visible()
    write = noor.page.get_by_role("button", name="Skriv nu")
    expect(write).to_be_hidden()
    stage.on_duty()
    expect(write).to_be_visible()


def test_without_javascript_there_are_the_numbers_only(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth(java_script_enabled=False)
    noor.page.get_by_text(NOW).click()
    expect(noor.page.locator(".urgent a[href='tel:112']")).to_be_visible()
    expect(noor.page.get_by_role("button", name="Skriv nu")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_somebody_is_in_a_hurry(stage: Stage, scheme: str) -> None:
    stage.on_duty()
    noor = stage.youth(color_scheme=scheme, viewport={"width": 320, "height": 568})
    noor.page.get_by_text(NOW).click()
    check(noor.page)
    noor.press("Skriv nu")
    expect(numbers(noor)).to_be_visible()
    expect(noor.composer).to_be_in_viewport(ratio=1)
    check(noor.page)


def test_a_hurry_needs_no_mouse(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth(is_mobile=False, has_touch=False)
    noor.page.get_by_role("button", name="Start chatten").focus()
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Enter")
    for number in ("112", "116 111", "70 201 201"):
        noor.page.keyboard.press("Tab")
        expect(noor.page.locator(".urgent").get_by_role("link", name=number)).to_be_focused()
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Enter")
    expect(noor.page.get_by_role("heading", name="Du er nr. 1")).to_be_focused()
