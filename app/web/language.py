"""A page's language is that of its address, and of nothing else: no header, no cookie, nothing kept in a browser.

An address of its own is Danish; the English one is the same with ``/en`` at its end.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, Flask, current_app, has_request_context, request, url_for
from flask_babel import Babel

View = TypeVar("View", bound=Callable[..., Any])

DANISH, ENGLISH = "da", "en"
TRANSLATIONS = "app/translations"
_ENGLISH_END = f"/{ENGLISH}"
_PART = "language"


def install(flask: Flask) -> None:
    """Let every text, and every link to a page that exists in both languages, follow the address."""
    Babel(
        flask,
        default_locale=DANISH,
        default_timezone="Europe/Copenhagen",
        default_translation_directories=TRANSLATIONS,
        locale_selector=of_address,
    )
    flask.url_defaults(_keep)
    flask.url_value_preprocessor(_take_out)
    flask.jinja_env.globals.update(language=of_address, same_page_in=same_page_in)


def in_both_languages(blueprint: Blueprint, address: str) -> Callable[[View], View]:
    """Open a page at its Danish address and at the English one; the view itself need not know in which."""

    def open_doors(view: View) -> View:
        blueprint.add_url_rule(address, view_func=view, defaults={_PART: DANISH})
        blueprint.add_url_rule(address.rstrip("/") + _ENGLISH_END, view_func=view, defaults={_PART: ENGLISH})
        return view

    return open_doors


def of_address() -> str:
    """Return the language of the address that was asked for, even if it leads nowhere."""
    return ENGLISH if has_request_context() and request.path.endswith(_ENGLISH_END) else DANISH


def same_page_in(language: str) -> str:
    """Return the address of this page in another language."""
    assert request.endpoint is not None, "an address that leads nowhere has no page"
    return url_for(request.endpoint, **(request.view_args or {}), language=language)


def _keep(endpoint: str, values: dict[str, Any]) -> None:
    if current_app.url_map.is_endpoint_expecting(endpoint, _PART):
        values.setdefault(_PART, of_address())


def _take_out(endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values is not None:
        values.pop(_PART, None)
