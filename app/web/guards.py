"""Every view says who may come in; a view that says nothing does not start (tests/architecture)."""

from collections.abc import Callable
from functools import wraps
from hmac import compare_digest
from typing import Any, TypeVar

from flask import abort, request
from flask_login import current_user

from app import clock
from app.domain.staff import sighting_is_due
from app.services import sign_in
from app.web.parts import parts
from app.web.staff_login import login_manager

View = TypeVar("View", bound=Callable[..., Any])

GUARD = "guard"


def anyone(view: View) -> View:
    """Let everybody in, without a look at who it is: the guard itself neither reads nor sets a cookie.

    The young person's pages keep it that way. A form for staff, such as the sign-in, opens the session by itself.
    """
    setattr(view, GUARD, "anyone")
    return view


def staff_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let signed-in staff in and count the visit as activity."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not current_user.is_authenticated:
            return abort(401) if wants_json() else login_manager.unauthorized()
        note_sighting()
        return view(*args, **kwargs)

    setattr(guarded, GUARD, "staff")
    return guarded


def bearer_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let in who knows the token of the settings; without one there, there is no such door."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        token = parts().config.metrics_token
        if token is None:
            return abort(404)
        given = request.headers.get("Authorization", "")
        if not compare_digest(given.encode(), f"Bearer {token}".encode()):
            return abort(401)
        return view(*args, **kwargs)

    setattr(guarded, GUARD, "bearer")
    return guarded


def note_sighting() -> None:
    """Write down that someone was here, at most once a minute."""
    if sighting_is_due(current_user.seen_at, clock.now()):
        with parts().database.write() as work:
            sign_in.note_sighting(work, current_user.session_id, clock.now())


def wants_json() -> bool:
    """Say whether a script is asking, so that a refusal is not a page."""
    return request.endpoint == "console.ticket"
