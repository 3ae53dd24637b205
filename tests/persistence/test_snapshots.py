"""Reading: one moment for the whole block, whatever is written beside it."""

from sqlalchemy import text

from app.persistence.database import Database
from tests import cast as casting

VERSIONS = text("SELECT sum(version) FROM waiting_lines")


def test_every_statement_of_a_block_sees_the_same_state(database: Database) -> None:
    casting.assemble(database, "no password at all")
    with database.read() as session:
        before = session.execute(VERSIONS).scalar()
        with database.write() as work:
            work.session.execute(text("UPDATE waiting_lines SET version = version + 1"))
        assert session.execute(VERSIONS).scalar() == before
    with database.read() as session:
        assert session.execute(VERSIONS).scalar() == before + 2
