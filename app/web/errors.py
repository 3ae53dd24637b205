"""When something is wrong: a calm page that says what to do, and never repeats what was asked."""

import math

from flask import Flask, Response, current_app, jsonify, make_response, render_template
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app import output
from app.domain.errors import Code, Refused
from app.web.guards import wants_json
from app.web.parts import parts


def install(flask: Flask) -> None:
    """Answer every error with a page of ours."""
    flask.register_error_handler(CSRFError, form_expired)
    flask.register_error_handler(HTTPException, http_error)
    flask.register_error_handler(Refused, refused)
    flask.register_error_handler(Exception, unexpected)


def form_expired(error: CSRFError) -> Response:
    """Answer a form that was open in a session that is no more."""
    return _page(400, _("Siden har været åben for længe"), _("Gå tilbage, genindlæs siden, og prøv igen."))


def http_error(error: HTTPException) -> Response:
    """Answer what Flask itself refuses."""
    code = error.code or 500
    if code == 404:
        return _page(code, _("Den side findes ikke"), _("Måske er adressen skrevet forkert, eller siden er flyttet."))
    if code == 403:
        return _page(
            code, _("Du har ikke adgang til denne side"), _("Spørg din administrator, hvis du burde have adgang.")
        )
    if error.response is not None:
        return make_response(error.response)
    return _page(code, _("Det kunne vi ikke forstå"), _("Gå tilbage, og prøv igen."))


def refused(error: Refused) -> Response:
    """Answer who is signed in no more, came too often, or came while the database is away; say when to try again."""
    if error.code is Code.AUTH:
        return _page(401, _("Du er ikke logget ind længere"), _("Log ind igen."))
    seconds = max(1, math.ceil((error.retry_ms or 0) / 1000))
    if error.code is Code.RATE:
        parts().metrics.note_refusal("sign_in")
        page = _page(
            429, _("Vent lidt"), _("Der er prøvet for mange gange. Prøv igen om %(seconds)s s.", seconds=seconds)
        )
    else:
        parts().metrics.note_outage()
        page = _page(503, _("Der er en teknisk fejl lige nu"), _("Vent et øjeblik, og prøv igen."))
    page.headers["Retry-After"] = str(seconds)
    return page


def unexpected(error: Exception) -> Response:
    """Answer a fault of ours; where it happened is logged, what was sent is not."""
    current_app.logger.error("A page failed: %s", output.kind_and_place(error))
    return _page(500, _("Der er en teknisk fejl lige nu"), _("Vent et øjeblik, og prøv igen."))


def _page(code: int, title: str, text: str) -> Response:
    if wants_json():
        return make_response(jsonify(code=code), code)
    return make_response(render_template("errors/error.html", code=code, title=title, text=text), code)
