"""The installation's front page."""

from flask import Blueprint, Response, render_template

from app import clock
from app.domain.municipality import Stage
from app.persistence import municipalities
from app.services import availability
from app.web.guards import anyone
from app.web.language import in_both_languages
from app.web.parts import parts

blueprint = Blueprint("public", __name__)

# Crawlers may fetch every page, for only then do they read on it that it wants to be in no index (security_headers.py).
# The front page may be found: somebody who searches for a place to write should come upon it.
ROBOTS = "User-agent: *\nDisallow:\n"


@in_both_languages(blueprint, "/")
@anyone
def front() -> str:
    """List the municipalities that are open to the public, and whether someone is there."""
    now = clock.now()
    with parts().database.read() as session:
        listed = [
            (municipality, {"state": availability.state_of(session, municipality.id, now).value})
            for municipality in municipalities.every(session)
            if municipality.stage is Stage.OPEN
        ]
        return render_template("public/front.html", municipalities=listed)


@blueprint.get("/robots.txt")
@anyone
def robots() -> Response:
    """Tell crawlers that they may look; what they may keep, each page says itself."""
    return Response(ROBOTS, content_type="text/plain; charset=utf-8")
