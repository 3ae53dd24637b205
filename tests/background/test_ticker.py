"""The ticker: whatever one step comes to, the others are done."""

import pytest

from app.background import ticker
from app.clock import Clock
from app.persistence.database import Database
from app.persistence.unit_of_work import UnitOfWork
from app.services import upkeep
from tests.services.conftest import START


def test_a_step_that_fails_stops_neither_the_next_nor_the_scrub(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def fail(work: UnitOfWork) -> None:
        raise ZeroDivisionError

    def succeed(work: UnitOfWork) -> None:
        done.append("step")

    monkeypatch.setattr(upkeep, "steps_due", lambda session, now: [fail, succeed])
    monkeypatch.setattr(database, "scrub", lambda: done.append("scrub"))
    ticker.tick(database, START, Clock())
    assert done == ["step", "scrub"]


def test_it_goes_on_after_a_tick_that_failed(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks: list[int] = []

    class Enough(Exception):
        """Ends the endless loop."""

    def tick(database: Database, now: object, time: object) -> None:
        ticks.append(len(ticks))
        raise ZeroDivisionError

    def sleep(seconds: float) -> None:
        if len(ticks) == 3:
            raise Enough

    monkeypatch.setattr(ticker, "tick", tick)
    with pytest.raises(Enough):
        ticker.run(database, sleep)
    assert ticks == [0, 1, 2]
