"""axe finds nothing in the frame, in English, while the line is down, or at the staff's doors either."""

import re

import pytest
from playwright.sync_api import expect

from app.domain.staff import Role
from app.persistence.database import Database
from app.services import passwords, staff
from tests.cast import PASSWORD
from tests.journeys.axe import check
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import NARROW, fits
from tests.servers.host_page import HostPage

pytestmark = pytest.mark.once


def test_in_the_frame(stage: Stage, school: HostPage) -> None:
    page = HostWindow.of(stage, school)
    alex = stage.on_duty()
    noor = page.open_chat()
    expect(noor.page.get_by_role("link", name="Åbn i eget vindue")).to_be_visible()
    check(noor.page)
    noor.start()
    check(noor.page)
    noor.write("hej")
    alex.take_next()
    noor.see("En rådgiver er her nu")
    noor.write("jeg hedder Noor")
    expect(noor.page.get_by_role("button", name="Ret det")).to_be_visible()
    check(noor.page)
    noor.page.get_by_role("button", name="Luk", exact=True).click()
    check(noor.page)
    noor.press("Ja, luk")
    noor.see_heading("Chatten er slut")
    check(noor.page)


def test_in_english_on_a_narrow_screen(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.english_youth(**NARROW)
    expect(noor.page.get_by_role("button", name="Start the chat")).to_be_visible()
    for summary in noor.page.locator("summary:visible").all():
        summary.click()
    check(noor.page)
    assert fits(noor)
    noor.start()
    noor.write("hi")
    expect(alex.page.get_by_text("Skriver på engelsk")).to_be_visible()
    check(alex.page)
    alex.take_next()
    noor.see("hi")
    noor.page.get_by_text("Settings").click()
    check(noor.page)
    assert fits(noor)
    noor.press("Hide")
    check(noor.page)
    assert fits(noor)


def test_while_the_line_is_down(troubled_stage: Stage) -> None:
    noor, alex = troubled_stage.talking()
    sam = troubled_stage.youth(**NARROW)
    for window in (noor, alex, sam):
        window.context.set_offline(True)
        expect(window.connection).not_to_be_empty(timeout=60_000)
        check(window.page)
    assert fits(sam)


def test_at_the_staffs_doors(troubled_stage: Stage) -> None:
    alex = troubled_stage.counsellor()
    alex.press("Log ud")
    alex.sign_in(troubled_stage.cast.alex.email, "det er forkert")
    expect(alex.page.get_by_role("alert")).not_to_be_empty()
    check(alex.page)
    alex.sign_in(only_an_admin(troubled_stage), PASSWORD)
    alex.see_heading("Konsollen er for rådgivere")
    check(alex.page)


def only_an_admin(stage: Stage) -> str:
    """Take somebody into the staff who is nobody's counsellor, and return their address."""
    address = re.sub("^[^@]*", "ny", stage.cast.alex.email)
    database = Database(stage.server.database_url)
    with database.write() as work:
        place = stage.cast.municipality_id
        staff.add(work, address, passwords.hash_password(PASSWORD), municipality_id=place, role=Role.ADMIN)
    database.close()
    return address
