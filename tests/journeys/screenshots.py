"""Photographs every screen into build/screenshots/: phone and desktop, light and dark (``make screenshots``).

Two sheets of them go into docs/screens/.
"""

import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a script, Python looks beside the script only

# ruff: noqa: E402 - see above
from app.persistence import migrations
from app.persistence.database import Database
from app.services import demo, passwords
from demo.school import School
from tests.cast import PASSWORD, Cast, Member, assemble
from tests.journeys import chromium, contact_sheet
from tests.journeys.evenings import Photograph, calm, embedded, english, hurried, restless, shown
from tests.journeys.stage import Stage
from tests.journeys.window import DESKTOP, PHONE, Window
from tests.servers.host_page import HostPage
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess

FOLDER = ROOT / "build" / "screenshots"
SHEETS = ROOT / "docs" / "screens"
SHAPES = {"phone": PHONE, "desktop": DESKTOP}
SCHEMES = ("light", "dark")


def main() -> None:
    """Tell the same evenings once for each kind of screen."""
    with TemporaryDirectory() as folder, chromium.running() as browser:
        server = prepared_server(Path(folder))
        show_documentation(server, browser)
        for (shape, size), scheme in product(SHAPES.items(), SCHEMES):
            stage = Stage(server, new_cast(server), browser)
            look, photograph = size | {"color_scheme": scheme}, album(f"{shape}-{scheme}")
            noor, alex = stage.youth(**look), stage.counsellor(**look)
            calm.tell(stage, noor, alex, photograph)
            restless.tell(stage, noor, alex, look, photograph)
            stage.close()
            stage = Stage(server, new_cast(server), browser)
            noor, alex = stage.english_youth(**look), stage.counsellor(**look)
            english.tell(stage, noor, alex, album(f"english-{shape}-{scheme}"))
            hurried.tell(stage, look, album(f"hurried-{shape}-{scheme}"))
            stage.close()
            show_school(server, browser, look, album(f"school-{shape}-{scheme}"))
        server.stop()


def show_documentation(server: ServerProcess, browser: Browser) -> None:
    """Make the sheets of docs/screens/."""
    stage = Stage(server, demo_cast(server), browser)
    shown.tell(stage, album("shown"))
    stage.close()
    taken = {picture.stem.partition("-")[2]: picture for picture in sorted((FOLDER / "shown").glob("*.png"))}
    for sheet, words in shown.SHEETS.items():
        pictures = [(taken[title], word) for title, word in words.items()]
        contact_sheet.compose(browser, SHEETS / f"{sheet}.png", pictures)


def show_school(server: ServerProcess, browser: Browser, look: dict, photograph: Photograph) -> None:
    """Let the demonstration's school embed the chat, and tell what happens on its page."""
    school = HostPage("127.0.0.1", free_port())
    stage = Stage(server, demo_cast(server, school.origin), browser)
    with School(school.origin, server.address) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        embedded.tell(stage, school, look, photograph)
        serving.shutdown()
    stage.close()


def prepared_server(folder: Path) -> ServerProcess:
    """Start a server on a fresh database."""
    url = f"sqlite:///{folder / 'lyttepunkt.db'}"
    migrations.upgrade(url)
    server = ServerProcess(url, free_port(), folder / "output.txt")
    server.start()
    return server


def new_cast(server: ServerProcess) -> Cast:
    """Write a fresh cast into its database."""
    database = Database(server.database_url)
    cast = assemble(database, passwords.hash_password(PASSWORD))
    database.close()
    return cast


def demo_cast(server: ServerProcess, school: str = "") -> Cast:
    """Return the demonstration's Alex and municipality, whose names can be shown, and let a school embed its chat."""
    database = Database(server.database_url)
    with database.write() as work:
        demo.prepare(work, passwords.hash_password(PASSWORD), school=school or demo.school_origin(server.port))
    database.close()
    email, slug, _ = demo.CAST[0]
    return replace(new_cast(server), slug=slug, alex=Member("", email))


def album(name: str) -> Photograph:
    """Return what takes a numbered picture into one folder."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[str] = []

    def photograph(window: Window, title: str) -> None:
        taken.append(title)
        window.page.screenshot(path=folder / f"{len(taken):02}-{title}.png", animations="disabled")

    return photograph


if __name__ == "__main__":
    main()
