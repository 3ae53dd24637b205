"""The young person's page."""

from flask import Blueprint, render_template

from app import clock
from app.services import availability
from app.web import embedding
from app.web.guards import anyone
from app.web.language import in_both_languages
from app.web.municipality import known
from app.web.parts import parts

blueprint = Blueprint("youth", __name__)


@in_both_languages(blueprint, "/<municipality>")
@anyone
def chat(municipality: str) -> str:
    """Show the plain page of a municipality; everything after that happens over its socket."""
    return _page(municipality, embedded=False)


@in_both_languages(blueprint, "/embed/<municipality>")
@anyone
def frame(municipality: str) -> str:
    """Show the same page for a frame in a web site that this municipality has named."""
    return _page(municipality, embedded=True)


def _page(slug: str, *, embedded: bool) -> str:
    with parts().database.read() as session:
        found = known(session, slug)
        if embedded:
            embedding.let_frame(found.embedding_origins)
        state = availability.state_of(session, found.id, clock.now())
        return render_template(
            "youth/chat.html", municipality=found, availability={"state": state.value}, embedded=embedded
        )
