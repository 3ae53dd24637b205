"""An evening on which someone writes in English, from the closed door to a server that cannot be reached."""

from tests.journeys.console_window import ConsoleWindow
from tests.journeys.english_window import EnglishWindow
from tests.journeys.evenings import Photograph
from tests.journeys.stage import Stage


def tell(stage: Stage, noor: EnglishWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Photograph it, scene by scene."""
    doors(stage, noor, alex, photograph)
    waiting(noor, alex, photograph)
    talking(noor, alex, photograph)
    ending(noor, photograph)
    losing(stage, noor, photograph)


def doors(stage: Stage, noor: EnglishWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show the doors, closed and open."""
    noor.see_heading("There’s nobody here right now")
    photograph(noor, "closed")
    alex.choose_duty("På vagt")
    for path, title in (("/en", "front"), ("/findes-ikke/en", "not-found")):
        noor.page.goto(stage.server.address + path)
        photograph(noor, title)
    noor.open(stage.cast.slug)
    noor.page.get_by_role("button", name="Start the chat").wait_for()
    photograph(noor, "welcome")
    noor.page.get_by_text("Will anyone find out?").click()
    noor.page.get_by_text("Your messages can’t be read").scroll_into_view_if_needed()
    photograph(noor, "welcome-unfolded")
    noor.page.get_by_text("I need help now").click()
    noor.page.get_by_role("button", name="Write now").scroll_into_view_if_needed()
    photograph(noor, "urgent")


def waiting(noor: EnglishWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show both sides of the waiting line."""
    noor.start()
    noor.see_heading("You’re number 1")
    noor.page.get_by_text("Something calm meanwhile").click()
    photograph(noor, "waiting")
    noor.write("Hi. I don’t really know how to say this")
    noor.see_sent("Hi. I don’t really")
    photograph(noor, "waiting-and-writing")
    alex.page.locator(".waiting-one").wait_for()
    photograph(alex, "waiting-line")


def talking(noor: EnglishWindow, alex: ConsoleWindow, photograph: Photograph) -> None:
    """Show both sides of a conversation."""
    alex.press("Tag næste")
    alex.composer.wait_for()
    alex.write("Hi, I’m glad you’re writing 😊 Take all the time you need. What’s hardest right now?")
    noor.see("Hi, I’m glad you’re writing 😊 Take all the time you need. What’s hardest right now?")
    noor.write("They shout every night. I just lie in my room with my headphones on")
    alex.see("They shout every night. I just lie in my room with my headphones on")
    photograph(noor, "conversation")
    photograph(alex, "conversation-at-the-desk")
    alex.composer.press_sequentially("That sounds hard", delay=200)
    noor.page.locator(".peer", has_text="The counsellor is typing…").wait_for()
    photograph(noor, "counsellor-is-typing")
    alex.composer.clear()
    noor.page.get_by_text("Settings").click()
    photograph(noor, "settings")
    noor.page.get_by_text("Settings").click()
    noor.press("Hide")
    photograph(noor, "hidden")
    noor.page.get_by_role("button", name="Hold down to open").click(delay=1000)


def ending(noor: EnglishWindow, photograph: Photograph) -> None:
    """Show how it ends."""
    noor.press("Close")
    photograph(noor, "leave-dialog")
    noor.press("Yes, close it")
    noor.see_heading("The chat is over")
    photograph(noor, "ended")


def losing(stage: Stage, noor: EnglishWindow, photograph: Photograph) -> None:
    """Show a page whose server is away."""
    noor.page.get_by_role("link", name="Back to the start").click()
    noor.page.get_by_role("button", name="Start the chat").wait_for()
    stage.server.kill()
    noor.see_heading("We can’t reach the chat right now")
    photograph(noor, "unreachable")
    stage.server.start()
