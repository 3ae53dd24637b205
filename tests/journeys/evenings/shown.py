"""The evening that the documentation shows: a young person's way through, and the desk of the one who answers."""

from tests.journeys.console_window import ConsoleWindow
from tests.journeys.evenings import Photograph
from tests.journeys.stage import Stage
from tests.journeys.window import Window
from tests.journeys.youth_window import YouthWindow

# Which of them stand beside each other, and what is said below them.
SHEETS = {
    "young-person": {
        "welcome": "Welcome",
        "waiting": "Waiting",
        "conversation": "Writing",
        "hidden": "Hidden when somebody comes in",
        "ended": "Over, and nothing left",
    },
    "counsellor": {"line": "Somebody waits", "desk": "The conversation at the desk"},
}


def tell(stage: Stage, photograph: Photograph) -> None:
    """Photograph it, scene by scene, and leave nobody on duty."""
    alex, noor = stage.on_duty(), stage.youth()
    noor.page.get_by_role("button", name="Start chatten").wait_for()
    photograph(noor, "welcome")
    noor.start()
    noor.see_heading("Du er nr. 1")
    photograph(noor, "waiting")
    noor.write("hej, jeg ved ikke helt hvordan jeg skal sige det")
    alex.page.locator(".waiting-one").wait_for()
    photograph(alex, "line")
    alex.take_next()
    talking(noor, alex, photograph)
    ending(noor, alex, photograph)


def talking(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show both sides of a conversation, and what lies over it when somebody comes in."""
    say(alex, noor, "Hej, og godt, at du skriver. Hvad fylder mest lige nu?")
    say(noor, alex, "de råber hver aften. jeg ligger bare på mit værelse med høretelefoner på")
    say(alex, noor, "Det lyder hårdt at ligge der alene. Er du et sted, hvor du er tryg lige nu?")
    say(noor, alex, "ja, hos min mormor")
    noor.see_state("ja, hos min mormor", "Læst")
    photograph(noor, "conversation")
    photograph(alex, "desk")
    noor.press("Skjul")
    photograph(noor, "hidden")
    noor.page.get_by_role("button", name="Hold nede for at åbne").click(delay=1000)


def say(speaker: Window, listener: Window, text: str) -> None:
    """Write one thing, and wait until the other one can read it."""
    speaker.write(text)
    listener.see(text)


def ending(noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show how it ends."""
    noor.leave()
    noor.see_heading("Chatten er slut")
    photograph(noor, "ended")
    alex.press("Afslut og ryd")
    alex.press("Klar igen")
    alex.choose_duty("Ikke på vagt")
