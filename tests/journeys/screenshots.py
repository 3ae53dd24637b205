"""Photographs every screen into build/screenshots/: phone and desktop, light and dark (``make screenshots``)."""

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a script, Python looks beside the script only

# ruff: noqa: E402 - see above
from app.persistence import migrations
from app.persistence.database import Database
from app.services import passwords
from tests.cast import PASSWORD, assemble
from tests.journeys import chromium
from tests.journeys.console_window import ConsoleWindow
from tests.journeys.stage import Stage
from tests.journeys.window import DESKTOP, PHONE, Window
from tests.journeys.youth_window import YouthWindow
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess

FOLDER = ROOT / "build" / "screenshots"
SHAPES = {"phone": PHONE, "desktop": DESKTOP}
SCHEMES = ("light", "dark")

Photograph = Callable[[Window, str], None]


def main() -> None:
    """Tell the same evening once for each kind of screen."""
    with TemporaryDirectory() as folder, chromium.running() as browser:
        server = prepared_server(Path(folder))
        for (shape, size), scheme in product(SHAPES.items(), SCHEMES):
            stage = Stage(server, new_cast(server), browser)
            evening(stage, size | {"color_scheme": scheme}, album(f"{shape}-{scheme}"))
            stage.close()
        server.stop()


def prepared_server(folder: Path) -> ServerProcess:
    """Start a server on a fresh database."""
    url = f"sqlite:///{folder / 'lyttepunkt.db'}"
    migrations.upgrade(url)
    server = ServerProcess(url, free_port(), folder / "output.txt")
    server.start()
    return server


def new_cast(server: ServerProcess):
    """Write a fresh cast into its database."""
    database = Database(server.database_url)
    cast = assemble(database, passwords.hash_password(PASSWORD))
    database.close()
    return cast


def album(name: str) -> Photograph:
    """Return what takes a numbered picture into one folder."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[str] = []

    def photograph(window: Window, title: str) -> None:
        taken.append(title)
        window.page.screenshot(path=folder / f"{len(taken):02}-{title}.png", animations="disabled")

    return photograph


def evening(stage: Stage, look: dict, photograph: Photograph) -> None:
    """Tell one evening from the closed door to the end."""
    noor = stage.youth(**look)
    alex = stage.counsellor(**look)
    doors(stage, noor, alex, photograph)
    waiting(noor, alex, photograph)
    talking(noor, alex, photograph)
    ending(noor, alex, photograph)


def doors(stage: Stage, noor: YouthWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show the doors, closed and open."""
    noor.see_heading("Der er ingen ved chatten lige nu")
    photograph(noor, "closed")
    alex.see_heading("Min vagt")
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
    alex.page.get_by_role("button", name="Ryd").wait_for()
    photograph(alex, "ended-at-the-desk")


if __name__ == "__main__":
    main()
