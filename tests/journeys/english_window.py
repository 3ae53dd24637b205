"""The young person's side of a journey, for someone who reads English."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.youth_window import YouthWindow


class EnglishWindow(YouthWindow):
    """The English page of a municipality."""

    def open(self, slug: str) -> "EnglishWindow":
        """Come in by the English address."""
        self.page.goto(f"{self.address}/{slug}/en")
        return self

    def start(self) -> None:
        """Take a place in the line."""
        self.press("Start the chat")
        expect(self.page.locator("body")).to_have_attribute("data-screen", "waiting")

    def see_sent(self, text: str) -> None:
        """Wait until the latest message is one that the server has."""
        message = self.log.locator(".message", has_text=text)
        expect(message).to_contain_text(re.compile("Sent|Read"))

    @property
    def composer(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_role("textbox", name="Write")
