"""Doors for whoever keeps the installation running: alive, ready, and the technical figures."""

from flask import Blueprint, Flask, Response

from app import clock
from app.domain.errors import Refused
from app.persistence import readiness
from app.web.guards import anyone, bearer_only
from app.web.parts import Parts, parts

blueprint = Blueprint("health", __name__)


def install(flask: Flask, pieces: Parts) -> None:
    """Count every page, and look up the ticker's age whenever somebody asks."""
    flask.after_request(count)
    pieces.metrics.gauge(
        "tick_age_seconds", "How long ago the ticker last ticked", lambda: pieces.ticker.age(clock.steady())
    )


def count(response: Response) -> Response:
    """Count one page by its status."""
    parts().metrics.note_page(response.status_code)
    return response


@blueprint.get("/healthz")
@anyone
def alive() -> Response:
    """Answer as long as the process can; it asks nobody else, the database least of all."""
    return _words("alive")


@blueprint.get("/readyz")
@anyone
def ready() -> Response:
    """Say whether conversations can be taken, or name what is missing: 503, with one word for each failing part."""
    missing = failing()
    return _words(*missing, status=503) if missing else _words("ready")


@blueprint.get("/metrics")
@bearer_only
def metrics() -> Response:
    """Show the figures to whoever has the token; without one in the settings this door does not exist."""
    return Response(parts().metrics.text(), content_type="text/plain; version=1.0.0; charset=utf-8")


def failing() -> list[str]:
    """Return one word for each part that is not well."""
    words = database_words()
    if not parts().ticker.is_alive(clock.steady()):
        words.append("ticker")
    if parts().traffic.is_draining:
        words.append("draining")
    return words


def database_words() -> list[str]:
    """Return what is wrong with the database, in a word, or nothing."""
    try:
        with parts().database.read() as session:
            return [] if readiness.schema_is_current(session) else ["schema"]
    except Refused:
        return ["database"]


def _words(*words: str, status: int = 200) -> Response:
    return Response(" ".join(words) + "\n", status=status, content_type="text/plain; charset=utf-8")
