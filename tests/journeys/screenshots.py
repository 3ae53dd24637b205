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
from tests.journeys.evenings import calm, english, hurried, restless
from tests.journeys.stage import Stage
from tests.journeys.window import DESKTOP, PHONE, Window
from tests.servers.postgresql import free_port
from tests.servers.process import ServerProcess

FOLDER = ROOT / "build" / "screenshots"
SHAPES = {"phone": PHONE, "desktop": DESKTOP}
SCHEMES = ("light", "dark")


def main() -> None:
    """Tell the same evenings once for each kind of screen."""
    with TemporaryDirectory() as folder, chromium.running() as browser:
        server = prepared_server(Path(folder))
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


def album(name: str) -> Callable[[Window, str], None]:
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
