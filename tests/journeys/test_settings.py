"""How one likes to read and write: larger letters, Enter, help with spelling. Nothing of it is kept."""

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import check
from tests.journeys.stage import Stage
from tests.journeys.window import DESKTOP
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

NARROW = {"viewport": {"width": 320, "height": 568}}


def settings(youth: YouthWindow) -> None:
    """Fold the settings out, or in."""
    youth.page.get_by_text("Indstillinger").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_the_settings(stage: Stage, scheme: str) -> None:
    noor, _ = stage.talking(color_scheme=scheme)
    for size in ("Almindelig", "Størst"):
        settings(noor)
        noor.page.get_by_role("radio", name=size).check()
        check(noor.page)
        settings(noor)
        check(noor.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_what_there_is_to_do_while_waiting(stage: Stage, scheme: str) -> None:
    stage.on_duty()
    noor = stage.youth(color_scheme=scheme)
    noor.start()
    noor.page.get_by_text("Noget roligt imens").click()
    noor.page.get_by_role("checkbox", name="Giv lyd").check()
    check(noor.page)


def test_the_letters_grow_in_three_steps_and_everything_still_fits(stage: Stage) -> None:
    noor, _ = stage.talking()
    settings(noor)
    sizes = [size_after(noor, name) for name in ("Almindelig", "Større", "Størst")]
    assert sizes == [18, pytest.approx(21.4, abs=0.1), pytest.approx(24.75, abs=0.1)]
    noor.page.set_viewport_size(NARROW["viewport"])
    assert noor.page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(noor.composer).to_be_in_viewport(ratio=1)


def size_after(youth: YouthWindow, name: str) -> float:
    """Choose a step, and return how large the messages are then, in pixels."""
    youth.page.get_by_role("radio", name=name).check()
    return youth.log.locator(".message__text").evaluate("element => parseFloat(getComputedStyle(element).fontSize)")


def test_help_with_spelling_is_off_until_asked_for_and_says_where_the_text_may_go(stage: Stage) -> None:
    noor, _ = stage.talking()
    assert noor.composer.evaluate("field => field.spellcheck") is False
    assert noor.composer.get_attribute("autocomplete") == "off"
    settings(noor)
    expect(noor.page.get_by_text("til Google, Microsoft eller Apple.")).to_be_visible()
    noor.page.get_by_role("checkbox", name="Stavehjælp").check()
    assert noor.composer.evaluate("field => field.spellcheck") is True
    noor.page.get_by_role("checkbox", name="Stavehjælp").uncheck()
    assert noor.composer.evaluate("field => field.spellcheck") is False


def test_enter_is_a_choice_where_there_is_a_keyboard(stage: Stage) -> None:
    noor, alex = stage.talking(is_mobile=False, has_touch=False, **DESKTOP)
    settings(noor)
    noor.page.get_by_role("checkbox", name="Send med Enter").uncheck()
    noor.composer.fill("første")
    noor.composer.press("Enter")
    noor.composer.press_sequentially("anden")
    expect(noor.composer).to_have_value("første\nanden")
    noor.page.get_by_role("checkbox", name="Send med Enter").check()
    noor.composer.press("Enter")
    expect(alex.log.locator(".message__words").last).to_have_text("første\nanden", use_inner_text=True)


def test_the_settings_need_no_mouse(stage: Stage) -> None:
    noor, _ = stage.talking(is_mobile=False, has_touch=False)
    noor.composer.focus()
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Enter")
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("ArrowRight")
    expect(noor.page.get_by_role("radio", name="Større")).to_be_checked()
    assert size_after(noor, "Større") > 21


def test_what_was_chosen_is_forgotten_with_the_page(stage: Stage) -> None:
    noor, _ = stage.talking()
    settings(noor)
    before = noor.page.evaluate("JSON.stringify({ ...sessionStorage })")
    noor.page.get_by_role("radio", name="Størst").check()
    for name in ("Stavehjælp", "Giv lyd, når der er nyt"):
        noor.page.get_by_role("checkbox", name=name).check()
    assert noor.page.evaluate("JSON.stringify({ ...sessionStorage })") == before
    assert noor.page.evaluate("localStorage.length + document.cookie.length") == 0
    noor.page.reload()
    noor.see("hej")
    settings(noor)
    expect(noor.page.get_by_role("radio", name="Almindelig")).to_be_checked()
    for name in ("Stavehjælp", "Giv lyd, når der er nyt"):
        expect(noor.page.get_by_role("checkbox", name=name)).not_to_be_checked()
