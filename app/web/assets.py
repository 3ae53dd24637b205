"""Static files under an address that changes with their content, so that they can be kept for ever.

All of them share one digest: a module's relative imports then land on the same version by themselves. Our own modules
go without their comments and blank space, which are for whoever reads the source.
"""

import hashlib
import re
from functools import cache
from io import BytesIO
from pathlib import Path, PurePosixPath

from flask import Flask, Response, abort, send_file, url_for
from rjsmin import jsmin

from app.web.guards import anyone
from config import ROOT

STATIC = ROOT / "static"
SERVED = frozenset({".css", ".js", ".svg", ".png", ".webmanifest"})
OURS = ("js/", "widget.js")
A_YEAR = 365 * 24 * 60 * 60

_IMPORT = re.compile(r"""^\s*(?:import|export)\b[^'"]*?['"](\.{1,2}/[^'"]+)['"]""", re.MULTILINE)


def install(flask: Flask) -> None:
    """Serve the files and teach the templates their addresses."""
    flask.add_url_rule("/static/<digest>/<path:name>", "asset", serve)
    flask.jinja_env.globals.update(asset=asset, module_graph=module_graph)


@anyone
def serve(digest: str, name: str) -> Response:
    """Send one file; an address of another version is not found rather than wrong."""
    if digest != version() or name not in names():
        abort(404)
    response = send_file(BytesIO(content(name)), download_name=PurePosixPath(name).name, max_age=A_YEAR)
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


def asset(name: str) -> str:
    """Return the address of a static file."""
    return url_for("asset", digest=version(), name=name)


def module_graph(entry: str) -> list[str]:
    """Return the addresses of a module and everything it imports, for ``modulepreload``."""
    return [asset(name) for name in modules(entry)]


@cache
def names() -> frozenset[str]:
    """Return the files that may be served. What a build tool leaves beside them may not."""
    files = (path.relative_to(STATIC) for path in STATIC.rglob("*") if path.is_file() and path.suffix in SERVED)
    return frozenset(path.as_posix() for path in files if "node_modules" not in path.parts)


@cache
def content(name: str) -> bytes:
    """Return what is sent: a module of ours in fewer words, anything else as it is. What others published is theirs."""
    written = (STATIC / name).read_bytes()
    minified: bytes = jsmin(written) if name.startswith(OURS) and name.endswith(".js") else written
    return minified


@cache
def version() -> str:
    """Return a digest of all static files, as they are sent."""
    digest = hashlib.sha256()
    for name in sorted(names()):
        digest.update(name.encode() + b"\0" + content(name) + b"\0")
    return digest.hexdigest()[:16]


@cache
def modules(entry: str) -> tuple[str, ...]:
    """Return the names of a module and of everything it imports."""
    found: list[str] = []
    pending = [entry]
    while pending:
        name = pending.pop()
        if name not in found:
            found.append(name)
            pending.extend(_imports(name))
    return tuple(found)


def _imports(name: str) -> list[str]:
    here = PurePosixPath(name).parent
    targets = _IMPORT.findall((STATIC / name).read_text())
    return [Path(STATIC / here / target).resolve().relative_to(STATIC).as_posix() for target in targets]
