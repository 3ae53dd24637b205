"""Whoever chooses the colours themselves sees every state, and whoever wants no motion has none."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.stage import Stage
from tests.journeys.window import Window

pytestmark = pytest.mark.once

OWN_COLOURS = {"forced_colors": "active"}
DESK = {"is_mobile": False, "has_touch": False}
RING = "element => [getComputedStyle(element).outlineStyle, getComputedStyle(element).outlineColor]"
GROUND = "element => getComputedStyle(element).backgroundColor"
MOVING = """document.getAnimations().filter(({ playState }) => playState === 'running')
    .map(({ effect }) => effect.target.className)"""


def has_edge(element: Locator) -> bool:
    """Say whether something has an edge that can be seen on its ground."""
    return element.evaluate(
        """element => {
            const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
            const ground = getComputedStyle(document.documentElement).backgroundColor;
            return borderTopStyle !== 'none' && borderTopWidth !== '0px' && borderTopColor !== ground;
        }"""
    )


def test_the_chosen_duty_and_the_focus_on_it_are_two_things_to_see(stage: Stage) -> None:
    alex = stage.on_duty(**OWN_COLOURS)
    chosen = alex.page.locator(".segment--on span")
    other = alex.page.locator(".segment--pause span")
    assert chosen.evaluate(GROUND) != other.evaluate(GROUND)
    alex.page.keyboard.press("Tab")
    alex.page.keyboard.press("Shift+Tab")
    expect(alex.page.get_by_role("radio", name="På vagt", exact=True)).to_be_focused()
    style, colour = chosen.evaluate(RING)
    assert style == "solid"
    assert colour != chosen.evaluate(GROUND)


def test_messages_badges_and_buttons_have_an_edge(stage: Stage) -> None:
    noor, alex = stage.talking(**OWN_COLOURS)
    alex.write("Hej med dig")
    noor.see("Hej med dig")
    for part in (".message--own .message__text", ".message:not(.message--own) .message__text", ".quick-exit"):
        assert has_edge(noor.page.locator(part).first), part
    for window in (noor, alex):
        assert has_edge(window.page.get_by_role("button", name="Send"))
        assert has_edge(window.composer)
    alex.hand_over()
    expect(alex.page.locator(".waiting-one .badge:visible").first).to_be_visible()
    assert has_edge(alex.page.locator(".waiting-one .badge:visible").first)


def waiting(stage: Stage) -> Window:
    """Noor waits, where a circle breathes for others."""
    stage.on_duty()
    noor = stage.youth(reduced_motion="reduce", **DESK)
    noor.start()
    expect(noor.page.locator(".breathing")).to_be_visible()
    noor.page.get_by_text("Noget roligt imens").click()
    return noor


def holding(stage: Stage) -> Window:
    """Noor holds the button that brings the chat back."""
    noor, _ = stage.talking(reduced_motion="reduce", **DESK)
    noor.press("Skjul")
    noor.page.keyboard.down("Enter")
    return noor


def desk(stage: Stage) -> Window:
    """Alex changes where they stand."""
    alex = stage.on_duty(reduced_motion="reduce")
    alex.choose_duty("Pause")
    return alex


@pytest.mark.parametrize("scene", [waiting, holding, desk])
def test_nothing_moves_for_whoever_wants_that(stage: Stage, scene: Callable[[Stage], Window]) -> None:
    assert scene(stage).page.evaluate(MOVING) == []
