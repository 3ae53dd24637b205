"""What of ours may stand in other people's pages: one page in a frame, and the files of the widget."""

from collections.abc import Sequence

from flask import Response, g

from app.domain.embedding import frame_ancestors

NOBODY = f"frame-ancestors {frame_ancestors(())}"


def let_frame(origins: Sequence[str]) -> None:
    """Let the page that is being answered stand in a frame of these origins; without this call it stands in none."""
    g.embedding_origins = origins


def offer(lifetime: int) -> None:
    """Let any page load what is being answered, and keep it for so many seconds."""
    g.lifetime = lifetime


def loosened(response: Response) -> Response:
    """Take back, of the strictest headers, exactly what has been allowed for this answer; a refusal stays as it is."""
    if response.status_code < 400 and "embedding_origins" in g:
        policy = response.headers["Content-Security-Policy"]
        allowed = f"frame-ancestors {frame_ancestors(g.embedding_origins)}"
        response.headers["Content-Security-Policy"] = policy.replace(NOBODY, allowed)
        del response.headers["X-Frame-Options"]  # it knows no list
    if response.status_code < 400 and "lifetime" in g:
        response.headers["Cache-Control"] = f"public, max-age={g.lifetime}"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
