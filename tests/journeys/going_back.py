"""The browser's own "back", to a page which it remembers."""

from playwright.sync_api import Page, expect


def go_back(page: Page, address: str) -> None:
    """Press "back" and arrive at this address; what is remembered is not loaded, so no loading is waited for.

    It is pressed in the browser and not in the page: a script that goes back may be gone before it has answered.
    """
    browser = page.context.new_cdp_session(page)
    history = browser.send("Page.getNavigationHistory")
    before = history["entries"][history["currentIndex"] - 1]
    browser.send("Page.navigateToHistoryEntry", {"entryId": before["id"]})
    browser.detach()
    expect(page).to_have_url(address)
