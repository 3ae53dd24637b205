"""The counsellor's evening."""

import re

from playwright.sync_api import expect

from tests.journeys.stage import Stage
from tests.journeys.youth_window import YouthWindow


def test_capacity_is_kept_and_said(stage: Stage) -> None:
    noor, alex = stage.talking()
    sam = stage.youth()
    sam.start()
    expect(alex.page.locator(".waiting-one")).to_have_count(1)
    expect(alex.page.get_by_text("Du har så mange samtaler, som du har plads til.")).to_be_visible()
    alex.page.keyboard.press("Alt+n")
    alex.choose_duty("På vagt", capacity=2)
    alex.take_next()
    expect(alex.page.locator(".tab")).to_have_count(2)
    expect(noor.page.locator("body")).to_have_attribute("data-screen", "conversation")


def test_two_conversations_are_kept_apart(stage: Stage) -> None:
    alex = stage.on_duty(capacity=2)
    noor, sam = began(stage, "jeg er Noor"), began(stage, "jeg er Sam")
    alex.take_next()
    alex.see("jeg er Noor")
    alex.composer.fill("et udkast til Noor")
    alex.take_next()
    alex.see("jeg er Sam")
    noor.write("er du der?")
    expect(alex.page.get_by_role("button", name="Samtale 1")).to_contain_text("1 ny")
    expect(alex.page).to_have_title(re.compile(r"^\(1\) Konsol"))
    alex.write("til Sam")
    sam.see("til Sam")
    alex.open_conversation("Samtale 1")
    expect(alex.composer).to_have_value("et udkast til Noor")
    alex.see("er du der?")
    expect(alex.page).to_have_title(re.compile("^Konsol"))
    assert noor.texts() == ["jeg er Noor", "er du der?"]


def began(stage: Stage, text: str) -> YouthWindow:
    """Let a youth join and write."""
    return stage.youth().begin(text)


def test_nobody_goes_off_duty_from_an_open_conversation(stage: Stage) -> None:
    _, alex = stage.talking()
    alex.page.get_by_role("radio", name="Ikke på vagt").click()
    expect(alex.page.get_by_role("alert")).to_contain_text("afslut dem først")
    expect(alex.page.get_by_role("radio", name="På vagt", exact=True)).to_be_checked()


def test_duty_survives_a_reload(stage: Stage) -> None:
    alex = stage.on_duty(capacity=2)
    alex.page.reload()
    expect(alex.page.get_by_role("radio", name="På vagt", exact=True)).to_be_checked()
    expect(alex.page.get_by_role("radio", name="2", exact=True)).to_be_checked()


def test_a_phone_that_has_not_answered_is_waited_for(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    noor.start()
    expect(alex.page.locator(".waiting-one")).to_contain_text("Forbundet")
    noor.page.goto("about:blank")
    expect(alex.page.locator(".waiting-one")).to_contain_text("Telefonen sover")
    noor.complaints.clear()  # the empty page is foreign
    noor.open(stage.cast.slug)
    expect(alex.page.locator(".waiting-one")).to_contain_text("Forbundet")


def test_on_a_phone_the_list_and_the_conversation_take_turns(stage: Stage) -> None:
    alex = stage.on_duty(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    began(stage, "hej")
    alex.press("Tag næste")
    alex.see("hej")
    expect(alex.page.get_by_role("heading", name="Min vagt")).to_be_hidden()
    alex.press("Oversigt")
    expect(alex.page.get_by_role("heading", name="Min vagt")).to_be_visible()
    expect(alex.log).to_be_hidden()


def test_a_wrong_password_is_refused_without_saying_what_was_wrong(stage: Stage) -> None:
    alex = stage.counsellor()
    alex.press("Log ud")
    alex.sign_in(stage.cast.alex.email, "forkert")
    expect(alex.page.get_by_role("alert")).to_have_text("E-mail og adgangskode passer ikke sammen.")
    alex.complaints.clear()  # the browser notes the status 401


def test_signing_out_in_one_tab_sends_the_others_to_the_sign_in(stage: Stage) -> None:
    alex = stage.on_duty()
    other = alex.context.new_page()
    other.goto(f"{stage.server.address}/console")
    expect(other.get_by_role("radio", name="På vagt", exact=True)).to_be_checked()
    other.get_by_role("button", name="Log ud").click()
    expect(other.get_by_role("heading", name="Log ind")).to_be_visible()
    alex.see_heading("Log ind")
