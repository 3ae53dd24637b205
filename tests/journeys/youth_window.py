"""The young person's side of a journey."""

import re
from typing import Self

from playwright.sync_api import Locator, expect

from tests.journeys import neutral_page
from tests.journeys.window import Window

NOTHING_KEPT = """new Promise((done) => {
    const kept = () => sessionStorage.length + localStorage.length + document.cookie.length;
    const look = () => (kept() ? setTimeout(look, 50) : done());
    look();
})"""


class YouthWindow(Window):
    """The plain page of a municipality."""

    def open(self, slug: str) -> "YouthWindow":
        """Come in by the address."""
        neutral_page.stand_in(self.context)
        self.page.goto(f"{self.address}/{slug}")
        return self

    def start(self) -> None:
        """Take a place in the line."""
        self.press("Start chatten")
        expect(self.page.locator("body")).to_have_attribute("data-screen", "waiting")

    def begin(self, text: str) -> Self:
        """Take a place in the line, and write something that arrives."""
        self.start()
        self.write(text)
        self.see_sent(text)
        return self

    def duplicate(self) -> "YouthWindow":
        """Open the same chat in a second tab, which the browser gives all that the first one keeps."""
        return self.beside(lambda: self.page.evaluate("void open(location.href)"))

    def see_wait_again(self) -> None:
        """Wait until another counsellor is on the way."""
        self.see_heading("En anden rådgiver fortsætter lige om lidt")
        expect(self.page.locator("body")).to_have_attribute("data-screen", "waiting")

    def see_sent(self, text: str) -> None:
        """Wait until the latest message is one that the server has."""
        message = self.log.locator(".message", has_text=text)
        expect(message).to_contain_text(re.compile("Sendt|Læst"))  # a counsellor who looks may already have read it

    def leave(self) -> None:
        """Close the chat and say yes."""
        self.press("Luk")
        self.press("Ja, luk")

    def see_neutral_page(self) -> None:
        """Wait until the quick exit has led away."""
        expect(self.page).to_have_title(neutral_page.TITLE)

    @property
    def quick_exit(self) -> Locator:
        """The way out that can be used now: of several the last, which lies over the others."""
        return self.page.get_by_role("link", name="Forlad siden").last

    def wait_until_tab_keeps_nothing(self) -> None:
        """Wait until there is nothing that a reload could bring back."""
        self.page.evaluate(NOTHING_KEPT)
