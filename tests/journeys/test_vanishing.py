"""The counsellor's browser dies in the middle of a conversation."""

import pytest
from playwright.sync_api import expect

from tests.journeys.console_window import ConsoleWindow
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow
from tests.vanishing import vanish


@pytest.fixture
def left_alone(stage: Stage) -> tuple[YouthWindow, ConsoleWindow]:
    """Noor waits again, because nothing has been heard of Alex's console for long."""
    noor, alex = stage.talking()
    alex.page.close()
    vanish(stage.server.database_url, stage.cast.alex)
    noor.see_heading("Du venter på en anden rådgiver")
    noor.write("er du væk?")
    return noor, alex


def test_a_colleague_goes_on_and_nothing_is_missing(stage: Stage, left_alone) -> None:
    noor, alex = left_alone
    kim = stage.on_duty(member=stage.cast.kim)
    kim.take_next()
    kim.see("er du væk?")
    assert kim.texts() == ["hej", "er du væk?"]
    kim.write("Nu er jeg her")
    noor.see("Nu er jeg her")
    alex = alex.go_on()
    expect(alex.page.get_by_text("Du har ingen samtaler.")).to_be_visible()


def test_whoever_comes_back_first_takes_it_back(left_alone) -> None:
    noor, alex = left_alone
    alex = alex.go_on()
    alex.see("er du væk?")
    assert alex.texts() == ["hej", "er du væk?"]
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "conversation")
    alex.write("Undskyld, min computer gik ned")
    noor.see("Undskyld, min computer gik ned")
