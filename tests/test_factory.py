"""The composition root: what only holds once the parts are put together."""

from datetime import UTC, datetime

import pytest

from app import clock, factory
from app.domain.errors import Code
from app.persistence.database import Database
from config import Config
from tests.refusal import refusal


def test_what_was_begun_before_time_was_set_right_is_not_written(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = clock.Clock()
    monkeypatch.setattr(clock, "era", time.era)
    key = "a key for tests that is long enough to be taken"
    config = Config(secret_key=key, database_url=database_url, public_url="http://127.0.0.1:5000")
    database = factory.build(config, async_mode="threading", offload=factory.call_directly).database
    assert refusal(set_right_while_writing, database, time) is Code.UNAVAILABLE
    database.close()


def set_right_while_writing(database: Database, time: clock.Clock) -> None:
    with database.write():
        time.hold()
        time.confirm(datetime.now(UTC))
