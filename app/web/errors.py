"""When something is wrong: a calm page that says what to do, and never repeats what was asked."""

from flask import Flask, Response, current_app, jsonify, make_response, render_template
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.domain.errors import Refused
from app.web.guards import wants_json


def install(flask: Flask) -> None:
    """Answer every error with a page of ours."""
    flask.register_error_handler(CSRFError, form_expired)
    flask.register_error_handler(HTTPException, http_error)
    flask.register_error_handler(Refused, unavailable)
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


def unavailable(error: Refused) -> Response:
    """Answer while the database is away."""
    return _page(503, _("Der er en teknisk fejl lige nu"), _("Vent et øjeblik, og prøv igen."))


def unexpected(error: Exception) -> Response:
    """Answer a fault of ours; where it happened is logged, what was sent is not."""
    current_app.logger.error("A page failed: %s", type(error).__name__)
    return _page(500, _("Der er en teknisk fejl lige nu"), _("Vent et øjeblik, og prøv igen."))


def _page(code: int, title: str, text: str) -> Response:
    if wants_json():
        return make_response(jsonify(code=code), code)
    return make_response(render_template("errors/error.html", code=code, title=title, text=text), code)
