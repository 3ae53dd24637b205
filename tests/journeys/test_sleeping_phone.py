"""A phone sleeps whenever it likes. Its place is kept, its key may come late, and nothing is lost."""

from playwright.sync_api import expect

from tests.journeys.stage import Stage

HUNG_UP_MS = 40_000  # a socket that answers no ping is given up after 25 s


def test_a_phone_that_fell_asleep_unnoticed_gives_the_key_when_it_wakes(stage: Stage) -> None:
    alex = stage.on_duty()
    noor = stage.youth()
    noor.start()
    noor.write("hej")
    noor.see_sent("hej")
    noor.freeze()
    alex.take_next(is_open=False)
    alex.see_status("Venter på den unges telefon")
    expect(alex.page.get_by_text("Så snart den svarer, kan I skrive sammen.")).to_be_visible()
    noor.thaw()
    alex.see("hej")
    alex.write("Hej med dig")
    noor.see("Hej med dig")


def test_phones_that_sleep_for_long_lose_neither_a_word_nor_their_place(stage: Stage) -> None:
    noor, alex = stage.talking()
    sam = stage.youth()
    sam.start()
    sam.write("jeg venter")
    for phone in (noor, sam):
        phone.freeze()
    alex.write("Er du der?")
    in_line = alex.page.locator(".waiting-one")
    expect(in_line).to_contain_text("Telefonen sover", timeout=HUNG_UP_MS)
    alex.see_status("Den unges telefon sover")
    expect(alex.page.locator(".peer")).to_have_text("Det, du skriver, kommer frem, når den unges telefon vågner.")
    alex.write("Jeg er her")
    for phone in (noor, sam):
        phone.thaw()
    expect(in_line).to_contain_text("Forbundet")
    noor.see("Jeg er her")
    noor.write("nu vågnede jeg")
    alex.see("nu vågnede jeg")
    alex.see_status("I gang")
    assert noor.texts() == alex.texts() == ["hej", "Er du der?", "Jeg er her", "nu vågnede jeg"]
    sam.see_heading("Du er nr. 1")
    assert sam.texts() == ["jeg venter"]
