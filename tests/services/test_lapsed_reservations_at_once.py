"""What a colleague did not take in time is tidied away while somebody else takes it, on PostgreSQL."""

import pytest

from app.domain.staff import Role
from app.services import staff
from tests.cast import Member
from tests.servers.overlap import overlapping
from tests.servers.postgresql import Postgresql
from tests.services.conftest import Evening


@pytest.fixture
def database_url(postgres: Postgresql, postgres_template: str) -> str:
    """SQLite has one writer; only here can two transactions be open at once."""
    return postgres.create_database(postgres_template)


def test_whoever_takes_what_lapsed_keeps_their_place_while_the_colleague_is_handed_another(evening: Evening) -> None:
    """The colleague serves both municipalities; only the line of the one where they are handed something is held."""
    cast, jo = evening.cast, serving_both(evening)
    evening.goes_on_duty(cast.charlie)
    evening.goes_on_duty(jo, municipalities=[cast.neighbour_id, cast.municipality_id], capacity=3)
    evening.goes_on_duty(cast.alex)
    noor = evening.joins(at=cast.neighbour_id)
    evening.accepts(cast.charlie)
    sam = evening.joins()
    evening.accepts(cast.alex)
    evening.hands_over(cast.charlie, noor, to=jo.id)
    evening.pass_time(seconds=60)
    evening.heartbeat(cast.alex, cast.charlie, jo)
    overlapping(
        evening.database,
        lambda: evening.accepts(cast.charlie, named=noor.conversation_id),
        lambda: evening.hands_over(cast.alex, sam, to=jo.id),
    )
    row = evening.row(noor)
    assert row is not None
    assert (row.holder_id, row.desk_id, row.slot) == (cast.charlie.id, cast.charlie.id, 1)


def serving_both(evening: Evening) -> Member:
    """Let Jo join both teams."""
    for municipality_id in (evening.cast.municipality_id, evening.cast.neighbour_id):
        with evening.database.write() as work:
            email = f"jo@{evening.cast.slug}.example"
            jo = staff.add(work, email, "-", municipality_id=municipality_id, role=Role.COUNSELLOR)
    return Member(jo.id, email)
