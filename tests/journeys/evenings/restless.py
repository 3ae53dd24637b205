"""An evening on which nobody stays where they are: hand-overs, sleeping phones, too many windows."""

from app.domain.staff import Role
from app.persistence.database import Database
from app.services import staff
from tests.cast import Member
from tests.journeys.console_window import ConsoleWindow
from tests.journeys.evenings import Photograph
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow


def tell(stage: Stage, noor: YouthWindow, alex: ConsoleWindow, look: dict, photograph: Photograph) -> None:
    """Photograph it, scene by scene; Noor comes back from a chat that is over, and Alex is on duty."""
    kim = stage.counsellor(stage.cast.kim, **look)
    handing_over(stage, noor, alex, kim, photograph)
    sleeping(stage, noor, kim, photograph)
    replacing(kim, photograph)
    sharing(stage, stage.counsellor(shared(stage), **look), noor, photograph)


def handing_over(
    stage: Stage, noor: YouthWindow, alex: ConsoleWindow, kim: ConsoleWindow, photograph: Photograph
) -> None:
    """Show a conversation on its way from one counsellor to the other."""
    noor.page.get_by_role("link", name="Til begyndelsen").click()
    noor.start()
    noor.write("Hej. Må jeg godt fortsætte fra i går?")
    alex.take_next()
    noor.log.get_by_text("En rådgiver er her nu").wait_for()
    kim.choose_duty("På vagt")
    alex.press("Giv videre")
    alex.page.get_by_role("radio", name=stage.cast.kim.email).check()
    photograph(alex, "hand-over-dialog")
    alex.page.get_by_role("dialog").get_by_role("button", name="Giv videre").click()
    noor.see_wait_again()
    photograph(noor, "waiting-again")
    alex.page.get_by_text("Du har givet samtalen videre.").wait_for()
    photograph(alex, "handed-over-at-the-desk")
    kim.page.get_by_text("Til dig", exact=True).wait_for()
    photograph(kim, "reserved-in-the-line")


def sleeping(stage: Stage, noor: YouthWindow, kim: ConsoleWindow, photograph: Photograph) -> None:
    """Show the colleague's side while the phone sleeps, and both sides afterwards."""
    noor.page.goto("about:blank")
    kim.page.get_by_text("Telefonen sover").wait_for()
    kim.press("Tag imod")
    kim.see_status("Venter på den unges telefon")
    photograph(kim, "waiting-for-the-phone")
    noor.open(stage.cast.slug)
    kim.see("Hej. Må jeg godt fortsætte fra i går?")
    photograph(noor, "another-counsellor-goes-on")
    noor.page.goto("about:blank")
    kim.write("Ja, det må du. Jeg har læst det, I skrev.")
    kim.page.locator(".peer", has_text="når den unges telefon vågner").wait_for()
    photograph(kim, "asleep")


def replacing(kim: ConsoleWindow, photograph: Photograph) -> None:
    """Show the older of two consoles."""
    kim.go_on()
    kim.see_heading("Konsollen er åben i et andet vindue")
    photograph(kim, "replaced")


def shared(stage: Stage) -> Member:
    """Give Charlie a place in the other team too."""
    charlie = stage.cast.charlie
    database = Database(stage.server.database_url)
    with database.write() as work:
        staff.add(work, charlie.email, "", municipality_id=stage.cast.municipality_id, role=Role.COUNSELLOR)
    database.close()
    return charlie


def sharing(stage: Stage, charlie: ConsoleWindow, noor: YouthWindow, photograph: Photograph) -> None:
    """Show a duty for two municipalities."""
    for name in ("hjem", "nabo"):
        charlie.page.get_by_role("checkbox", name=name).check()
    charlie.choose_duty("På vagt", capacity=2)
    sam = stage.youth()
    for youth, slug in ((noor, stage.cast.neighbour_slug), (sam, stage.cast.slug)):
        youth.open(slug).start()
    charlie.page.locator(".waiting-one").nth(1).wait_for()
    photograph(charlie, "several-municipalities")
