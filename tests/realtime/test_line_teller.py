"""Telling of the lines: an outage delays a picture, and nobody else has to ask for it again."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.domain.errors import Code, Refused
from app.persistence.database import Database
from app.persistence.unit_of_work import Session
from app.realtime import line_teller
from app.realtime.line_teller import LineTeller
from tests import cast as casting


def test_a_line_that_cannot_be_read_is_looked_at_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    cast, read = casting.assemble(database, "x"), database.read
    outages, pauses, told = [Refused(Code.UNAVAILABLE, 1000)], [], []

    @contextmanager
    def read_or_refuse() -> Iterator[Session]:
        if outages:
            raise outages.pop()
        with read() as session:
            yield session

    monkeypatch.setattr(database, "read", read_or_refuse)
    teller = LineTeller(database, tell=told.append, spawn=lambda task, *which: task(*which), sleep=pauses.append)
    teller.moved(cast.municipality_id)
    assert len(told) == 1
    assert pauses == [line_teller.RETRY, line_teller.PAUSE, line_teller.PAUSE]
