"""What a web site loads to embed the chat: the loader at an address that stays, and whether someone is there."""

from io import BytesIO

from flask import Blueprint, Response, jsonify, send_file

from app import clock
from app.services import availability
from app.web import assets, embedding
from app.web.guards import anyone
from app.web.municipality import known
from app.web.parts import parts

LOADER_LIFETIME = 5 * 60  # seconds: how long a web site may go on with an older loader
STATUS_LIFETIME = 60

blueprint = Blueprint("widget", __name__)


@blueprint.get("/widget.js")
@anyone
def loader() -> Response:
    """Send the loader."""
    embedding.offer(LOADER_LIFETIME)
    return send_file(BytesIO(assets.content("widget.js")), "text/javascript", etag=assets.version())


@blueprint.get("/status/<municipality>.json")
@anyone
def status(municipality: str) -> Response:
    """Say whether someone is there, and nothing else.

    Any page may read it: the plain page tells everybody the same, so a list of origins would protect nothing, and an
    answer that differs by origin could not be kept by a proxy.
    """
    with parts().database.read() as session:
        state = availability.state_of(session, known(session, municipality).id, clock.now())
    embedding.offer(STATUS_LIFETIME)
    response = jsonify(state=state.value)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
