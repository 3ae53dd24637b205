"""An evening on which everything goes well, from the closed door to the end."""

from playwright.sync_api import expect

from tests.journeys.console_window import ConsoleWindow
from tests.journeys.evenings import Photograph
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow

UNHURRIED_MS = 200  # who has just sent something is shown as writing again after three seconds


def tell(stage: Stage, noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Photograph it, scene by scene."""
    doors(stage, noor, alex, photograph)
    waiting(noor, alex, photograph)
    talking(noor, alex, photograph)
    signs(noor, alex, photograph)
    ending(noor, alex, photograph)


def doors(stage: Stage, noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show the doors, closed and open."""
    noor.see_heading("Der er ingen ved chatten lige nu")
    photograph(noor, "closed")
    expect(alex.page.locator("[data-part=duty-text]")).not_to_be_empty()
    photograph(alex, "off-duty")
    alex.choose_duty("På vagt")
    for path, title in (("/", "front"), ("/findes-ikke", "not-found"), ("/console/sign-in", "sign-in")):
        noor.page.goto(stage.server.address + path)
        photograph(noor, title)
    noor.open(stage.cast.slug)
    noor.page.get_by_role("button", name="Start chatten").wait_for()
    photograph(noor, "welcome")


def waiting(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show both sides of the waiting line."""
    noor.start()
    noor.see_heading("Du er nr. 1")
    photograph(noor, "waiting")
    noor.write("Hej. Jeg ved ikke rigtig, hvordan jeg skal sige det")
    noor.see_sent("Hej. Jeg ved")
    photograph(noor, "waiting-and-writing")
    alex.page.locator(".waiting-one").wait_for()
    photograph(alex, "waiting-line")


def talking(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show both sides of a conversation."""
    alex.press("Tag næste")
    alex.composer.wait_for()
    alex.write("Hej, og godt, at du skriver 😊 Tag den tid, du har brug for. Hvad fylder mest lige nu?")
    noor.see("Hej, og godt, at du skriver 😊 Tag den tid, du har brug for. Hvad fylder mest lige nu?")
    noor.write("De råber hver aften. Jeg ligger bare på mit værelse med høretelefoner på")
    alex.see("De råber hver aften. Jeg ligger bare på mit værelse med høretelefoner på")
    photograph(noor, "conversation")
    photograph(alex, "conversation-at-the-desk")


def signs(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show that each sees the other one reading and writing."""
    noor.composer.press_sequentially("Og så kan jeg ikke sove", delay=UNHURRIED_MS)
    alex.page.locator(".peer", has_text="Den unge skriver …").wait_for()
    photograph(alex, "youth-is-writing")
    alex.composer.press_sequentially("Det lyder hårdt at ligge der", delay=UNHURRIED_MS)
    noor.page.locator(".peer", has_text="Rådgiveren skriver …").wait_for()
    noor.see_state("De råber", "Læst")
    photograph(noor, "read-and-counsellor-is-writing")
    for window in (noor, alex):
        window.composer.clear()
    noor.press("Skjul")
    photograph(noor, "hidden")
    noor.page.get_by_role("button", name="Hold nede for at åbne").click(delay=1000)


def ending(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show how it ends on both sides."""
    alex.press("Afslut")
    photograph(alex, "end-dialog")
    alex.press("Nej, bliv")
    noor.press("Luk")
    photograph(noor, "leave-dialog")
    noor.press("Ja, luk")
    noor.see_heading("Chatten er slut")
    photograph(noor, "ended")
    alex.page.get_by_role("button", name="Afslut og ryd").wait_for()
    photograph(alex, "ended-at-the-desk")
    alex.press("Afslut og ryd")
    alex.page.get_by_role("button", name="Klar igen").wait_for()
    photograph(alex, "breather")
    alex.press("Klar igen")
