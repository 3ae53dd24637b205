"""The young person's page."""

from flask import Blueprint, abort, render_template

from app import clock
from app.domain.municipality import slug_is_usable
from app.persistence import municipalities
from app.services import availability
from app.web.guards import anyone
from app.web.language import in_both_languages
from app.web.parts import parts

blueprint = Blueprint("youth", __name__)


@in_both_languages(blueprint, "/<municipality>")
@anyone
def chat(municipality: str) -> str:
    """Show the plain page of a municipality; everything after that happens over its socket."""
    if not slug_is_usable(municipality):
        abort(404)  # not every database can even be asked: PostgreSQL knows no NUL
    with parts().database.read() as session:
        found = municipalities.find_by_slug(session, municipality)
        if found is None:
            abort(404)
        state = availability.state_of(session, found.id, clock.now())
        return render_template("youth/chat.html", municipality=found, availability={"state": state.value})
