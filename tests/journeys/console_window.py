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

    def take_next(self) -> None:
        """Take the next one with the one key, as soon as somebody waits."""
        button = self.page.get_by_role("button", name="Tag næste")
        expect(button).to_have_attribute("aria-disabled", "false")
        self.page.keyboard.press("Alt+n")
        expect(self.composer).to_be_visible()

    def end(self) -> None:
        """End the open conversation and say yes."""
        self.press("Afslut")
        self.press("Ja, afslut")

    def open_conversation(self, name: str) -> None:
        """Choose one from the list."""
        self.page.get_by_role("button", name=name).click()
        expect(self.page.get_by_role("heading", name=name)).to_be_visible()
