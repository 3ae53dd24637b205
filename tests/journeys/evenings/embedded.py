"""An evening on which somebody writes from the page of the demonstration's school, which embeds the chat."""

from tests.journeys.evenings import Photograph
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.journeys.window import PHONE
from tests.journeys.youth_window import YouthWindow
from tests.servers.host_page import HostPage

LAUNCHER = "Skriv med en, der lytter"


def tell(stage: Stage, school: HostPage, look: dict, photograph: Photograph) -> None:
    """Photograph it, scene by scene; a small screen opens the plain page instead, which other evenings show."""
    page = HostWindow.of(stage, school, **look)
    page.see_launcher(f"{LAUNCHER} Der er ingen lige nu")
    photograph(page, "launcher-unstaffed")
    if look["viewport"] != PHONE["viewport"]:
        talking(stage, page, look, photograph)


def talking(stage: Stage, page: HostWindow, look: dict, photograph: Photograph) -> None:
    """Show the frame, from the closed door to the end."""
    noor = page.open_chat(f"{LAUNCHER} Der er ingen lige nu")
    noor.page.get_by_role("button", name="Luk").wait_for()
    photograph(page, "frame-closed")
    alex = stage.on_duty(**look)
    noor.page.get_by_role("button", name="Start chatten").wait_for()
    photograph(page, "frame-welcome")
    noor.start()
    photograph(page, "frame-waiting")
    noor.write("Hej. Jeg sidder i klubben og vil helst ikke sige det højt")
    alex.take_next()
    alex.write("Så skriver vi bare. Hvad er der sket?")
    noor.see("Så skriver vi bare. Hvad er der sket?")
    photograph(page, "frame-conversation")
    ending(noor, page, photograph)
    alex.press("Afslut og ryd")
    alex.press("Klar igen")
    alex.choose_duty("Ikke på vagt")


def ending(noor: YouthWindow, page: HostWindow, photograph: Photograph) -> None:
    """Show the frame hidden, and what is left in it."""
    noor.press("Skjul")
    photograph(page, "frame-hidden")
    noor.page.get_by_role("button", name="Hold nede for at åbne").click(delay=1000)
    noor.leave()
    noor.see_heading("Chatten er slut")
    photograph(page, "frame-ended")
