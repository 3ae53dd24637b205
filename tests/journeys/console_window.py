"""The counsellor's side of a journey."""

from playwright.sync_api import expect

from tests.journeys.window import Window


class ConsoleWindow(Window):
    """The console, from the sign-in on."""

    def sign_in(self, email: str, password: str) -> "ConsoleWindow":
        """Fill in the form."""
        self.page.goto(f"{self.address}/console/sign-in")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Adgangskode").fill(password)
        self.press("Log ind")
        return self

    def choose_duty(self, state: str, capacity: int = 1) -> None:
        """Go on duty, pause or off, and wait until the server agrees."""
        self.page.get_by_role("radio", name=str(capacity), exact=True).check()
        self.page.get_by_role("radio", name=state, exact=True).check()
        expect(self.page.locator("[data-part=duty-text]")).not_to_have_text("Gemmer …")

    def take_next(self, *, is_open: bool = True) -> None:
        """Take the next one with the one key, as soon as somebody waits; a phone that sleeps opens nothing yet."""
        button = self.page.get_by_role("button", name="Tag næste")
        expect(button).to_have_attribute("aria-disabled", "false")
        self.page.keyboard.press("Alt+n")
        expect(self.composer).to_be_visible(visible=is_open)

    def go_on(self) -> "ConsoleWindow":
        """Open the console once more in the same browser, still signed in."""
        other = self.beside(self.context.new_page)
        other.page.goto(f"{self.address}/console")
        return other

    def hand_over(self, name: str = "Køen") -> None:
        """Hand the open conversation over to the line, or to a colleague."""
        self.press("Giv videre")
        self.choose_successor(name)

    def choose_successor(self, name: str) -> None:
        """Answer the question who is to go on."""
        dialog = self.page.get_by_role("dialog", name="Vil du give samtalen videre?")
        dialog.get_by_role("radio", name=name).check()
        dialog.get_by_role("button", name="Giv videre").click()

    def see_status(self, words: str) -> None:
        """Wait until the head of the open conversation says this."""
        expect(self.page.locator(".panel:visible [data-part=status]")).to_have_text(words)

    def end(self) -> None:
        """End the open conversation and say yes."""
        self.press("Afslut")
        self.press("Ja, afslut")

    def open_conversation(self, name: str) -> None:
        """Choose one from the list."""
        self.page.get_by_role("button", name=name).click()
        expect(self.page.get_by_role("heading", name=name)).to_be_visible()
