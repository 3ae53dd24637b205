"""One transaction: all of it or nothing, and announced only afterwards."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from app.domain.events import SignedOut
from app.domain.recipients import SignIn
from app.persistence import municipalities
from app.persistence.database import Database
from tests import cast as casting

A_PROMISE_THAT_THE_COMMIT_FINDS_BROKEN = (
    "CREATE TABLE promises (id INTEGER PRIMARY KEY, kept_by INTEGER REFERENCES promises DEFERRABLE INITIALLY DEFERRED)",
    "INSERT INTO promises VALUES (1, 2)",
)


class Trouble(Exception):
    """Anything that goes wrong in the middle."""


def rename(database: Database, slug: str, name: str, trouble: bool = False) -> None:
    with database.write() as work:
        found = municipalities.find_by_slug(work.session, slug)
        assert found is not None
        found.name = name
        work.session.flush()
        work.announce(SignedOut(), SignIn("somewhere"))
        if trouble:
            raise Trouble


def name_of(database: Database, slug: str) -> str:
    with database.read() as session:
        found = municipalities.find_by_slug(session, slug)
        assert found is not None
        return found.name


def test_announcements_come_after_the_commit(database: Database) -> None:
    slug = casting.assemble(database, "no password at all").slug
    seen: list[str] = []
    database.publish = lambda announcements: seen.append(name_of(database, slug))
    rename(database, slug, "after")
    assert seen == ["after"]


def test_what_fails_leaves_no_trace_and_says_nothing(database: Database) -> None:
    slug = casting.assemble(database, "no password at all").slug
    before = name_of(database, slug)
    heard: list[object] = []
    database.publish = heard.extend
    with pytest.raises(Trouble):
        rename(database, slug, "never", trouble=True)
    assert (name_of(database, slug), heard) == (before, [])


def test_a_write_that_cannot_be_committed_is_an_error_and_says_nothing(database: Database) -> None:
    heard: list[object] = []
    database.publish = heard.extend
    with pytest.raises(IntegrityError):
        promise_in_vain(database)
    with database.read() as session, pytest.raises(SQLAlchemyError):
        session.execute(text("SELECT count(*) FROM promises"))
    assert heard == []


def promise_in_vain(database: Database) -> None:
    with database.write() as work:
        work.announce(SignedOut(), SignIn("somewhere"))
        for step in A_PROMISE_THAT_THE_COMMIT_FINDS_BROKEN:
            work.session.execute(text(step))


def test_a_reader_can_only_read(database: Database) -> None:
    slug = casting.assemble(database, "no password at all").slug
    before = name_of(database, slug)
    with pytest.raises(Exception):  # noqa: B017, PT011 - each driver has its own
        rename_as_a_reader(database, slug)
    assert name_of(database, slug) == before


def rename_as_a_reader(database: Database, slug: str) -> None:
    with database.read() as session:
        found = municipalities.find_by_slug(session, slug)
        assert found is not None
        found.name = "never"
        session.commit()
