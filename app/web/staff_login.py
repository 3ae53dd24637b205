"""Flask-Login on top of our own staff sessions: the cookie carries a token, the database decides what it is worth."""

from collections.abc import Callable
from typing import Any

from flask import Flask, session
from flask_login import LoginManager, UserMixin
from flask_login import login_user as remember

from app import clock
from app.services import sign_in
from app.services.sign_in import SignedIn
from app.web.parts import parts

login_manager = LoginManager()
# The library's "session protection" would tie a sign-in to the address and the browser it came from.
login_manager.session_protection = None
# The library's own message is English and would wait in the cookie for a page that shows it.
login_manager.login_message = None

_COOKIE_FIELD = "_user_id"  # where Flask-Login keeps what ``get_id`` returns
_BROWSER_FIELD = "_id"  # where it keeps a hash of address and browser, even with the protection off


class StaffUser(UserMixin):  # type: ignore[misc]
    """Flask-Login's view of someone who is signed in; its id is the token, which only their cookie holds."""

    def __init__(self, token: str, who: SignedIn) -> None:
        self.token = token
        self.staff_id = who.staff_id
        self.email = who.email
        self.session_id = who.session_id
        self.seen_at = who.seen_at

    def get_id(self) -> str:
        return self.token


def install(flask: Flask) -> None:
    """Let Flask-Login ask us who a cookie belongs to."""
    # ``init_app`` would also look into the session after every request, a young person's included, for a "remember
    # me" that does not exist here; this attribute is all that the library itself goes by.
    flask.login_manager = login_manager  # type: ignore[attr-defined]
    login_manager.login_view = "console.sign_in"


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load(token: str) -> StaffUser | None:
    """Return the live sign-in behind a token, or None."""
    with parts().database.read() as database_session:
        who = sign_in.who_is(database_session, token, clock.now())
    return StaffUser(token, who) if who else None


def sign_in_as(token: str) -> None:
    """Put a fresh token into a fresh cookie: nothing of an earlier session survives a sign-in."""
    session.clear()
    user = load(token)
    assert user is not None
    remember(user)
    session.pop(_BROWSER_FIELD)


def sign_out() -> None:
    """Forget the cookie's content."""
    session.clear()


def token_reader(flask: Flask) -> Callable[[dict[str, Any]], str | None]:
    """Return a function that finds the staff token in the cookies of a WSGI environment, for sockets."""

    def token_in(environ: dict[str, Any]) -> str | None:
        with flask.request_context(environ):
            token = session.get(_COOKIE_FIELD)
        return token if isinstance(token, str) else None

    return token_in
