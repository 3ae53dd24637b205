"""Availability is the truth, and a closed door says who can be called."""

from playwright.sync_api import expect

from tests.journeys.stage import Stage

NUMBERS = {"112", "114", "116111", "1888", "116006", "70201201", "40901111"}


def test_nobody_on_duty_means_no_button_but_numbers(stage: Stage) -> None:
    noor = stage.youth()
    noor.see_heading("Der er ingen ved chatten lige nu")
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_hidden()
    links = noor.page.locator("[data-part=closed] a[href^='tel:']")
    assert {link.get_attribute("href").removeprefix("tel:") for link in links.all()} == NUMBERS


def test_the_welcome_is_said_in_sixty_words(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth()
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_visible()
    words = " ".join(noor.page.locator(".welcome > :is(h1, p)").all_inner_texts()).split()
    assert 30 <= len(words) <= 60


def test_the_door_opens_and_closes_while_the_page_is_open(stage: Stage) -> None:
    noor = stage.youth()
    start = noor.page.get_by_role("button", name="Start chatten")
    expect(start).to_be_hidden()
    alex = stage.on_duty()
    expect(start).to_be_visible()
    alex.choose_duty("Pause")
    expect(start).to_be_hidden()
    alex.choose_duty("På vagt")
    expect(start).to_be_visible()
    alex.choose_duty("Ikke på vagt")
    expect(start).to_be_hidden()


def test_a_second_youth_sees_their_place_and_moves_up(stage: Stage) -> None:
    alex = stage.on_duty()
    noor, sam = stage.youth(), stage.youth()
    noor.start()
    noor.see_heading("Du er nr. 1")
    sam.start()
    sam.see_heading("Du er nr. 2")
    alex.take_next()
    sam.see_heading("Du er nr. 1")


def test_who_waits_is_told_when_nobody_is_there_any_more(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    noor.start()
    outlook = noor.page.locator("[data-part=place-text]")
    expect(outlook).to_contain_text("En rådgiver kommer, så snart en er ledig.")
    alex.choose_duty("Ikke på vagt")
    expect(outlook).to_contain_text("Der er ingen rådgiver ved chatten lige nu. Du beholder din plads.")
    expect(outlook).to_contain_text("116 111")
    expect(noor.page.locator(".call-now").get_by_role("link", name="116 111")).to_be_visible()
    alex.choose_duty("På vagt")
    expect(outlook).to_contain_text("En rådgiver kommer, så snart en er ledig.")


def test_the_front_page_says_where_someone_is(stage: Stage) -> None:
    noor = stage.youth()
    place = noor.page.locator(f"a[href='/{stage.cast.slug}']")
    noor.page.goto(f"{stage.server.address}/")
    expect(place).to_contain_text("Ingen ved chatten lige nu")
    stage.on_duty()
    noor.page.reload()
    expect(place).to_contain_text("Åben nu")


def test_without_javascript_the_page_says_so_and_gives_numbers(stage: Stage) -> None:
    stage.on_duty()
    noor = stage.youth(java_script_enabled=False)
    noor.see_heading("Skriv med en, der lytter")
    expect(noor.page.get_by_role("button", name="Start chatten")).to_be_hidden()
    # Playwright looks for texts and roles everywhere but inside <noscript>.
    expect(noor.page.locator("noscript p")).to_contain_text("når JavaScript er slået til")
    expect(noor.page.locator("noscript a[href='tel:116111']")).to_be_visible()
