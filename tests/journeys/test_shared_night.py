"""One counsellor for several municipalities."""

import pytest
from playwright.sync_api import expect

from app.domain.staff import Role
from app.persistence.database import Database
from app.services import staff
from tests.journeys.axe import check
from tests.journeys.stage import Stage


@pytest.fixture
def shared_stage(stage: Stage, password_hash: str) -> Stage:
    """Alex counsels for the neighbours as well."""
    alex, there = stage.cast.alex, stage.cast.neighbour_id
    database = Database(stage.server.database_url)
    with database.write() as work:
        staff.add(work, alex.email, password_hash, municipality_id=there, role=Role.COUNSELLOR)
    database.close()
    return stage


def test_one_duty_opens_two_doors_and_takes_from_both_lines(shared_stage: Stage) -> None:
    alex = shared_stage.counsellor()
    noor = shared_stage.youth()
    sam = shared_stage.youth().open(shared_stage.cast.neighbour_slug)
    for place in ("hjem", "nabo"):
        alex.page.get_by_role("checkbox", name=place).check()
    alex.choose_duty("På vagt", capacity=2)
    for youth, place in ((noor, "hjem"), (sam, "nabo")):
        youth.start()
        youth.write(f"hej fra {place}")
        expect(alex.page.locator(".waiting-one", has_text=place)).to_have_count(1)
    alex.take_next()
    alex.see("hej fra hjem")
    alex.take_next()
    alex.see("hej fra nabo")
    alex.write("Hej, nabo")
    sam.see("Hej, nabo")


def test_a_door_that_is_left_out_closes_and_the_last_one_stays(shared_stage: Stage) -> None:
    alex = shared_stage.counsellor()
    noor = shared_stage.youth()
    sam = shared_stage.youth().open(shared_stage.cast.neighbour_slug)
    alex.choose_duty("På vagt")
    here, there = (alex.page.get_by_role("checkbox", name=name) for name in ("hjem", "nabo"))
    here.check()
    there.check()
    doors = [youth.page.get_by_role("button", name="Start chatten") for youth in (noor, sam)]
    for door in doors:
        expect(door).to_be_visible()
    check(alex.page)
    there.uncheck()
    expect(doors[1]).to_be_hidden()
    here.click()
    expect(here).to_be_checked()
    expect(doors[0]).to_be_visible()
