"""The quick exit in a frame takes the page around it along, in that page's own sandbox and without scripts too."""

from collections.abc import Callable

import pytest

from tests.journeys import neutral_page
from tests.journeys.host_window import HostWindow
from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow
from tests.servers.host_page import HEAD, HostPage

pytestmark = pytest.mark.once

SECRET = "noget, ingen må se"


def press_link(noor: YouthWindow, page: HostWindow) -> None:
    """Use the link."""
    noor.quick_exit.click()


def press_shift(noor: YouthWindow, page: HostWindow) -> None:
    """Use the keys, which the frame hears once it is written in."""
    noor.composer.focus()
    for _ in range(3):
        page.page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [press_link, press_shift])
@pytest.mark.parametrize("sandbox", [None, "sandbox allow-scripts allow-same-origin allow-forms"])
def test_it_leads_away_from_the_whole_page(
    troubled_stage: Stage, school: HostPage, leave: Callable[[YouthWindow, HostWindow], None], sandbox: str | None
) -> None:
    school.embed(troubled_stage.server.address, troubled_stage.cast.slug, policy=sandbox)
    page = HostWindow.of(troubled_stage, school)
    neutral_page.stand_in(page.context)
    alex = troubled_stage.on_duty()
    noor = page.open_chat()
    noor.start()
    noor.write(SECRET)
    alex.take_next()
    alex.see(SECRET)
    leave(noor, page)
    page.see_neutral_page()
    page.page.go_back()
    assert page.page.url == "about:blank"
    assert not [frame for frame in page.page.frames if SECRET in frame.content()]


def test_without_scripts_it_is_a_link_out_of_the_frame(troubled_stage: Stage, school: HostPage) -> None:
    address = f"{troubled_stage.server.address}/embed/{troubled_stage.cast.slug}"
    school.body += f'<iframe sandbox="allow-same-origin allow-top-navigation" width="400" src="{address}"></iframe>'
    page = HostWindow.of(troubled_stage, school)
    neutral_page.stand_in(page.context)
    page.chat().quick_exit.click()
    page.see_neutral_page()


def test_where_no_loader_hears_of_it_the_frame_leaves_by_itself(stage: Stage, school: HostPage) -> None:
    address = f"{stage.server.address}/embed/{stage.cast.slug}"
    school.body = f'{HEAD}<iframe width="600" height="600" src="{address}"></iframe>'
    page = HostWindow.of(stage, school)
    neutral_page.stand_in(page.context)
    stage.on_duty()
    noor = page.chat()
    noor.start()
    noor.quick_exit.click()
    page.see_neutral_page()
    page.page.go_back()
    assert page.page.url == "about:blank"
