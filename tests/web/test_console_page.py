"""The console's page: it carries what the desk must know before it is connected, and nothing of other teams."""

from flask.testing import FlaskClient

from app.domain.staff import Role
from app.persistence.database import Database
from app.persistence.memberships import Membership
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
