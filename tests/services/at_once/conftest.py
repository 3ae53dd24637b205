"""Two transactions open at once; SQLite has one writer, so only PostgreSQL can show it."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.servers.overlap import overlapping
from tests.servers.postgresql import Postgresql
from tests.services.conftest import Evening


@pytest.fixture
def database_url(postgres: Postgresql, postgres_template: str) -> str:
    """A fresh database on PostgreSQL."""
    return postgres.create_database(postgres_template)


@pytest.fixture
def at_once(evening: Evening) -> Callable[..., tuple]:
    """Do two things so that the second begins before the first has committed."""
    return partial(overlapping, evening.database)
