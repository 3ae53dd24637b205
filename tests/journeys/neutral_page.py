"""A stand-in for the page that the quick exit leads to: no test asks the real one."""

from playwright.sync_api import BrowserContext

from app.domain.quick_exit import NEUTRAL_PAGE

TITLE = "Vejret"


def stand_in(context: BrowserContext) -> None:
    """Answer instead of it in every page of this browser."""
    page = f"<!doctype html><title>{TITLE}</title><p>Sol"
    context.route(NEUTRAL_PAGE, lambda route: route.fulfill(content_type="text/html", body=page))
