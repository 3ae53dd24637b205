"""The console's page: it carries what the desk must know before it is connected, and nothing of other teams."""

import re

from flask.testing import FlaskClient

from app import clock
from app.domain.duty import DutyState
from app.domain.staff import Role
from app.persistence.database import Database
from app.persistence.memberships import Membership
from app.services import duties
from tests.cast import PASSWORD, Cast
from tests.web.signing_in import submit


def test_the_desk_knows_whose_it_is(browser: FlaskClient, cast: Cast) -> None:
    submit(browser, cast.alex.email, PASSWORD)
    page = browser.get("/console").text
    assert f'data-staff="{cast.alex.id}"' in page
    assert f'data-municipality="{cast.slug}"' in page


def test_whoever_serves_one_municipality_has_nothing_to_choose(browser: FlaskClient, cast: Cast) -> None:
    submit(browser, cast.alex.email, PASSWORD)
    page = browser.get("/console").text
    assert 'name="municipality"' not in page
    assert cast.neighbour_slug not in page


def test_whoever_serves_several_chooses_among_their_own(browser: FlaskClient, cast: Cast, database: Database) -> None:
    with database.write() as work:
        place = {"staff_id": cast.alex.id, "municipality_id": cast.neighbour_id}
        work.session.add(Membership(**place, role=Role.COUNSELLOR))
    submit(browser, cast.alex.email, PASSWORD)
    page = browser.get("/console").text
    assert page.count('name="municipality"') == 2
    assert f'name="municipality" value="{cast.slug}"' in page
    assert f'name="municipality" value="{cast.neighbour_slug}"' in page


def test_the_municipalities_of_a_running_duty_are_ticked(browser: FlaskClient, cast: Cast, database: Database) -> None:
    now = clock.now()
    with database.write() as work:
        place = {"staff_id": cast.alex.id, "municipality_id": cast.neighbour_id}
        work.session.add(Membership(**place, role=Role.COUNSELLOR))
        work.session.flush()
        served = [cast.neighbour_id]
        duties.set_duty(work, cast.alex.id, state=DutyState.ON, capacity=2, municipality_ids=served, now=now)
    submit(browser, cast.alex.email, PASSWORD)
    page = browser.get("/console").text
    assert f'data-duty="on" data-capacity="2" data-duty-for="{cast.neighbour_slug}"' in page
    assert re.findall(r'name="municipality" value="([^"]+)"[^>]* checked', page) == [cast.neighbour_slug]
