"""The Flask app: settings, extensions, blueprints."""

from flask import Flask
from flask_wtf import CSRFProtect

from app.domain.quick_exit import NEUTRAL_PAGE
from app.web import (
    assets,
    console,
    errors,
    health,
    help_numbers,
    language,
    parts,
    public,
    security_headers,
    staff_login,
    widget,
    youth,
)
from app.web.parts import Parts
from config import ROOT, Config


def create(pieces: Parts) -> Flask:
    """Create the app that answers HTTP."""
    flask = Flask("lyttepunkt", root_path=str(ROOT), static_folder=None, template_folder="templates")
    flask.config.update(settings(pieces.config))
    parts.install(flask, pieces)
    language.install(flask)
    CSRFProtect(flask)
    flask.jinja_env.globals["NEUTRAL_PAGE"] = NEUTRAL_PAGE
    staff_login.install(flask)
    assets.install(flask)
    help_numbers.install(flask)
    security_headers.install(flask)
    errors.install(flask)
    health.install(flask, pieces)
    for blueprint in (public.blueprint, health.blueprint, console.blueprint, widget.blueprint, youth.blueprint):
        flask.register_blueprint(blueprint)
    return flask


def settings(config: Config) -> dict[str, object]:
    """Return Flask's settings. The CSRF token lives as long as the sign-in, not an hour."""
    return {
        "SECRET_KEY": config.secret_key,
        "MAX_CONTENT_LENGTH": 64 * 1024,
        "SESSION_COOKIE_NAME": "__Host-staff" if config.is_secure else "staff",
        "SESSION_COOKIE_SECURE": config.is_secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,
        # There is no referrer to compare with on https (app/web/caller.py); token and cookie decide there as elsewhere.
        "WTF_CSRF_SSL_STRICT": False,
    }
