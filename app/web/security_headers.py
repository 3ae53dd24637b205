"""What browsers are told to allow: nothing but our own files, and no page that hosts ours (app/web/embedding.py)."""

from flask import Flask, Response, request

from app.web import embedding, permissions_policy

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
FINDABLE = frozenset({"public.front"})  # by search engines

COMMON = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def install(flask: Flask) -> None:
    """Set the headers on every answer."""
    flask.after_request(add)


def add(response: Response) -> Response:
    """Add what this audience needs; pages are never kept, only static files are."""
    response.headers.update(COMMON)
    # A form posted without any referrer carries the origin "null", which the CSRF check must refuse.
    staff = request.blueprint == "console"
    response.headers["Referrer-Policy"] = "same-origin" if staff else "no-referrer"
    if request.endpoint != "asset":
        response.headers["Cache-Control"] = "no-store"
    if response.mimetype == "text/html":
        response.headers["Permissions-Policy"] = permissions_policy.VALUE
    if request.endpoint not in FINDABLE | {"asset"}:
        response.headers["X-Robots-Tag"] = "noindex"
    return embedding.loosened(response)
