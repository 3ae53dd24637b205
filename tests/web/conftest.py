"""The pages without a server: Flask's own client on a fresh database."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import factory
from app.persistence.database import Database
from config import Config
from tests import cast as casting
from tests.cast import Cast

KEY = "a key for tests that is long enough to be taken"


@pytest.fixture
def flask(database_url: str) -> Iterator[Flask]:
    """The whole app, assembled as in production."""
    config = Config(secret_key=KEY, database_url=database_url, public_url="http://127.0.0.1:5000")
    application = factory.build(config, async_mode="threading", offload=factory.call_directly)
    yield application.flask
    application.database.close()


@pytest.fixture
def cast(database: Database, password_hash: str) -> Cast:
    """The cast, in the app's database."""
    return casting.assemble(database, password_hash)


@pytest.fixture
def browser(flask: Flask) -> FlaskClient:
    """A browser without cookies."""
    return flask.test_client()
