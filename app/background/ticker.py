"""The ticker: makes true what time alone has changed. A late, lost or doubled tick can only delay it."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from app import clock
from app.domain.errors import Refused
from app.persistence.database import Database
from app.services import absence, upkeep
from app.services.upkeep import Step

logger = logging.getLogger(__name__)

Sleep = Callable[[float], None]

PAUSE = 2  # seconds
TICKS_PER_CLEANING = 30


class Time(Protocol):
    """What the ticker does to everybody's time (``app.clock``)."""

    def hold(self) -> None:
        """Begin another era with the next confirmed instant."""

    def confirm(self, instant: datetime) -> None:
        """Let time go on from here."""


def run(database: Database, sleep: Sleep) -> None:
    """Tick, pause, and begin again, whatever a tick came to."""
    ticks = 0
    while True:
        sleep(PAUSE)
        attempt(lambda: beat(database))
        if ticks % TICKS_PER_CLEANING == 0:
            attempt(lambda: clean(database, clock.now()))
        ticks += 1


def keep_eras_apart(database: Database) -> None:
    """Let nothing that was begun before time was set right be committed after it."""
    database.era = clock.era


def beat(database: Database) -> None:
    """Tick by the machine's clock. The first one comes before serving."""
    tick(database, clock.wall(), clock)


def tick(database: Database, now: datetime, time: Time) -> None:
    """Undo what an absence would expire, do what is due at ``now``, each step by itself, then scrub the files.

    ``time`` goes on for everybody else as soon as nothing can expire wrongly any more.
    """
    with database.write(in_any_era=True) as work:
        gap = absence.note_run(work, now, time.hold)
    time.confirm(now)
    if gap:
        logger.warning("Leases were moved by %d s: nobody could renew them meanwhile", gap.total_seconds())
    with database.read() as session:
        steps, hints = upkeep.steps_due(session, now), upkeep.lines_to_look_at(session, now)
    for step in steps:
        attempt(lambda step=step: perform(database, step))  # type: ignore[misc]
    database.publish(hints)
    attempt(database.scrub)


def perform(database: Database, step: Step) -> None:
    """Do one step in a transaction of its own; what fails must not keep the others from being done."""
    with database.write() as work:
        step(work)


def clean(database: Database, now: datetime) -> None:
    """Forget expired tickets."""
    with database.write() as work:
        upkeep.forget_expired_tickets(work, now)


def attempt(action: Callable[[], object]) -> None:
    """Let an outage pass: the next tick computes everything afresh."""
    try:
        action()
    except Refused as refusal:
        logger.warning("A tick was refused: %s", refusal.code)
    except Exception as error:  # noqa: BLE001 - the ticker must outlive anything
        logger.error("A tick failed: %s", type(error).__name__)
