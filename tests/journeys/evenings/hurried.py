"""An evening on which somebody comes by an advert, is in a hurry, and the server goes away."""

from playwright.sync_api import expect

from tests.journeys.apps import INSTAGRAM
from tests.journeys.console_window import ConsoleWindow
from tests.journeys.evenings import Photograph
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow


def tell(stage: Stage, look: dict, photograph: Photograph) -> None:
    """Photograph it, scene by scene."""
    noor = stage.youth(**(look | {"user_agent": INSTAGRAM}))
    coming(noor, photograph)
    alex = stage.on_duty(**look)
    hurrying(noor, photograph)
    waiting(stage.youth(**look), photograph)
    settling(noor, alex, photograph)
    telling(noor, alex, photograph)
    losing(stage, noor, stage.youth(**look), photograph)


def coming(noor: YouthWindow, photograph: Photograph) -> None:
    """Show the closed door inside an app."""
    noor.press("Kopiér link")
    noor.page.locator("[data-part=copied]").wait_for()
    photograph(noor, "in-app")
    noor.press("Bliv her")


def hurrying(noor: YouthWindow, photograph: Photograph) -> None:
    """Show the way in for whoever cannot wait, and the waiting behind it."""
    noor.page.get_by_text("Jeg har brug for hjælp nu").click()
    noor.page.get_by_role("button", name="Skriv nu").scroll_into_view_if_needed()
    photograph(noor, "urgent")
    noor.press("Skriv nu")
    noor.see_heading("Du er nr. 1")
    photograph(noor, "urgent-waiting")
    noor.write("Jeg er bange for at gå hjem")
    noor.see_sent("Jeg er bange")
    photograph(noor, "urgent-waiting-and-writing")


def waiting(sam: YouthWindow, photograph: Photograph) -> None:
    """Show what there is to do while waiting."""
    sam.start()
    sam.page.get_by_role("checkbox", name="Giv lyd, når rådgiveren kommer").check()
    sam.page.get_by_text("Noget roligt imens").click()
    expect(sam.page.locator("[data-part=sound-words]")).not_to_be_empty()
    photograph(sam, "waiting-with-sound")


def settling(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show the settings, and the largest letters."""
    alex.take_next()
    alex.write("Hej. Godt, at du skriver. Er du et sted, hvor du er i sikkerhed lige nu?")
    noor.see("Hej. Godt, at du skriver. Er du et sted, hvor du er i sikkerhed lige nu?")
    noor.page.get_by_text("Indstillinger").click()
    photograph(noor, "settings")
    noor.page.get_by_role("radio", name="Størst").check()
    photograph(noor, "settings-and-largest-letters")
    noor.page.get_by_text("Indstillinger").click()
    photograph(noor, "largest-letters")
    noor.page.get_by_text("Indstillinger").click()
    noor.page.get_by_role("radio", name="Almindelig").check()
    noor.page.get_by_text("Indstillinger").click()


def telling(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show the kind word before something goes that tells who one is, on both sides."""
    noor.write("Ja. Jeg hedder Noor, og mit nummer er 20 12 34 56")
    noor.page.get_by_role("button", name="Send alligevel").wait_for()
    photograph(noor, "nudge")
    noor.composer.clear()
    alex.write("Jeg hedder Alex")
    alex.page.get_by_role("button", name="Send alligevel").wait_for()
    photograph(alex, "nudge-at-the-desk")
    alex.composer.clear()


def losing(stage: Stage, noor: YouthWindow, sam: YouthWindow, photograph: Photograph) -> None:
    """Show that help needs no server, beside the conversation and at the door."""
    stage.server.kill()
    for youth in (noor, sam):
        expect(youth.connection).not_to_be_empty()
    photograph(noor, "unreachable")
    photograph(sam, "unreachable-door")
    stage.server.start()
