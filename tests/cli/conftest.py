"""Commands on an installation of their own, before anything was done to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from app import factory
from config import Config

Run = Callable[..., Result]


@pytest.fixture
def flask_command(tmp_path: Path) -> Iterator[Run]:
    """Run ``flask …`` as typed."""
    yield from installation(f"sqlite:///{tmp_path / 'lyttepunkt.db'}")


def installation(database_url: str) -> Iterator[Run]:
    """Build an installation on a database, hand out what runs its commands, close it."""
    config = Config(
        secret_key="a key for tests that is long enough to be taken",
        database_url=database_url,
        public_url="http://127.0.0.1:5000",
    )
    application = factory.build_with_commands(config)
    runner = application.flask.test_cli_runner()

    def run(*words: str, typed: str = "", **environment: str) -> Result:
        return runner.invoke(args=list(words), input=typed, env=environment)

    yield run
    application.database.close()
