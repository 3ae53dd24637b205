"""The end of a process, in order: nobody new, a word to everyone, what was begun is finished, and then it is over."""

import secrets
from collections.abc import Callable, Iterator

from socketio import Server

from app.domain.errors import Code
from app.domain.traffic import Traffic
from app.realtime import farewell, rooms

Sleep = Callable[[float], object]

PAUSE = 0.05  # seconds
STEPS = 40  # in which everyone is told, so that it takes two seconds at most
FINISHING = 8.0  # seconds for what is in flight
LEAVING = 2.0  # seconds for what was said to go out
EARLIEST_MS, SPREAD_MS = 500, 2500  # after which they come back, so that they do not come at once


def drain(server: Server, traffic: Traffic, sleep: Sleep) -> None:
    """Take leave of everyone; nobody can make it last longer than about twelve seconds."""
    traffic.is_draining = True
    tell_everyone(server, sleep)
    traffic.is_closed = True
    wait_until(lambda: traffic.in_flight == 0, FINISHING, sleep)
    for connection in list(server.eio.sockets):
        farewell.hang_up(server, connection)
    wait_until(lambda: not server.eio.sockets, LEAVING, sleep)


def tell_everyone(server: Server, sleep: Sleep) -> None:
    """Say ``bye`` to all, a part of them at a time."""
    everyone = list(sockets(server))
    at_a_time = -(-len(everyone) // STEPS) or 1
    for first in range(0, len(everyone), at_a_time):
        for namespace, sid in everyone[first : first + at_a_time]:
            back_in_ms = EARLIEST_MS + secrets.randbelow(SPREAD_MS)
            farewell.say_bye(server, namespace, sid, Code.DRAINING, back_in_ms)
        sleep(PAUSE)


def sockets(server: Server) -> Iterator[tuple[str, str]]:
    """Return namespace and id of every socket."""
    for namespace in (rooms.YOUTH, rooms.COUNSELLOR):
        for sid, _ in server.manager.get_participants(namespace, None):
            yield namespace, sid


def wait_until(is_so: Callable[[], bool], patience: float, sleep: Sleep) -> None:
    """Wait for a condition, but not for ever. It is looked at after a pause: an answer just given must still go out."""
    for _ in range(round(patience / PAUSE)):
        sleep(PAUSE)
        if is_so():
            return
