"""How a counsellor's console gets in: a sign-in that lasts, and a fresh ticket for every attempt."""

import asyncio
from http.client import HTTPException

from tests.cast import PASSWORD
from tests.faults.scene import Scene
from tests.faults.socket_io import Door, Lost, SocketIo, knock
from tests.servers.staff_browser import StaffBrowser


class StaffDoor:
    """One counsellor's browser."""

    def __init__(self, email: str, municipality: str, scene: Scene) -> None:
        self._email = email
        self._municipality = municipality
        self._scene = scene
        self._browser = StaffBrowser(f"http://127.0.0.1:{scene.port}")
        self._is_signed_in = False

    async def open(self) -> SocketIo:
        """Open a console. Raises ``Lost`` and ``Refused``."""
        ticket = await asyncio.to_thread(self._ticket)
        auth = {"v": 1, "municipality": self._municipality, "ticket": ticket}
        return await knock(Door(self._scene.port, "/counsellor", auth, self._browser.cookie, self._scene.source))

    def _ticket(self) -> str:
        try:
            if not self._is_signed_in:
                self._is_signed_in = self._browser.sign_in(self._email, PASSWORD) == 200
            return self._browser.ticket()
        except (OSError, HTTPException):
            raise Lost from None
        except AssertionError:  # the sign-in is over, or the page was not what one hoped for
            self._is_signed_in = False
            raise Lost from None
