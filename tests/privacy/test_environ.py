"""Nothing but the outermost layer reads what could tell who calls; found by walking the syntax of all our Python."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sizes import kept_files, text

OUTERMOST = "app/web/caller.py"
PRODUCT = [name for name in kept_files() if re.match(r"(?:app/.*|migrations/.*|config|wsgi)\.py$", name)]

# Flask's, Werkzeug's and the sockets' own words for it.
ATTRIBUTES = frozenset(
    (
        *("accept_charsets", "accept_languages", "access_route", "client_address", "getpeername", "headers_raw"),
        *("referer", "referrer", "remote_addr", "remote_user", "user_agent", "client_addr"),
    )
)
NAMES = re.compile(
    r"(?:HTTP[-_])?(?:"
    r"REMOTE[-_](?:ADDR|HOST|PORT|USER)|X[-_]FORWARDED(?:[-_][A-Z]+)*|FORWARDED(?:[-_]FOR)?|X[-_]REAL[-_]IP|"
    r"(?:CF[-_]CONNECTING|TRUE[-_]CLIENT|FASTLY[-_]CLIENT|X[-_]CLIENT|X[-_]CLUSTER[-_]CLIENT)[-_]IP|"
    r"X[-_]ORIGINAL[-_]FORWARDED[-_]FOR|VIA|USER[-_]AGENT|ACCEPT[-_]LANGUAGE|REFERR?ER|SEC[-_]CH[-_][-_A-Z]+|"
    r"SEC[-_]WEBSOCKET[-_]EXTENSIONS|DNT|SEC[-_]GPC|HEADERS_RAW"
    r")",
    re.IGNORECASE,
)
WHOLE = frozenset({"headers", "environ"})  # of a request; reading one by a name of its own is what is allowed


def test_nothing_else_reads_what_could_tell_who_calls() -> None:
    assert [f"{name}:{line}" for name in PRODUCT if name != OUTERMOST for line in readings(text(name))] == []


def test_the_outermost_layer_does_and_is_looked_at() -> None:
    assert OUTERMOST in PRODUCT
    assert list(readings(text(OUTERMOST)))


@pytest.mark.parametrize(
    "code",
    [
        "request.remote_addr",
        "request.access_route[0]",
        "request.user_agent.string",
        "request.accept_languages.best",
        "request.referrer",
        "request.headers['X-Forwarded-For']",
        "request.headers.get('x-real-ip')",
        "environ['REMOTE_ADDR']",
        "environ.get('HTTP_USER_AGENT')",
        "environ.get(f'HTTP_{name}', 'HTTP_ACCEPT_LANGUAGE')",
        "wire.getpeername()",
        "dict(request.headers)",
        "str(request.environ)",
        "for name in request.headers: pass",
        "request.environ.items()",
        "from werkzeug.middleware.proxy_fix import ProxyFix",
        "import werkzeug.middleware.proxy_fix",
    ],
)
def test_every_way_of_reading_it_is_noticed(code: str) -> None:
    assert list(readings(code)) == [1]


@pytest.mark.parametrize(
    "code",
    [
        '"""The User-Agent is dropped: ``REMOTE_ADDR`` too."""',
        "request.headers.get('Authorization', '')",
        "request.environ[BUCKET]",
        "response.headers['Retry-After'] = '1'",
        "response.headers.update(COMMON)",
        "{'Referrer-Policy': 'no-referrer'}",
    ],
)
def test_what_is_something_else_is_left_alone(code: str) -> None:
    assert list(readings(code)) == []


def readings(code: str) -> Iterator[int]:
    """Return the lines on which something of a caller is read, or could be."""
    tree = ast.parse(code)
    harmless = set(_docstrings(tree)) | set(_read_by_name(tree))
    lines = {node.lineno for node in ast.walk(tree) if id(node) not in harmless and _tells(node)}
    yield from sorted(lines)


def _tells(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr=name):
            return name in ATTRIBUTES or _is_whole(node)
        case ast.Constant(value=str(value)):
            return NAMES.fullmatch(value.strip()) is not None
        case ast.ImportFrom(module=str(module)):
            return "proxy_fix" in module
        case ast.Import(names=names):
            return any("proxy_fix" in alias.name for alias in names)
        case _:
            return False


def _is_whole(node: ast.AST) -> bool:
    """Say whether this is everything that came with a request."""
    return isinstance(node, ast.Attribute) and node.attr in WHOLE and ast.unparse(node.value) == "request"


def _docstrings(tree: ast.AST) -> Iterator[int]:
    """Return what stands alone as a statement: a docstring says what is not done."""
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.Expr))
    yield from (id(node.value) for node in statements if isinstance(node.value, ast.Constant))


def _read_by_name(tree: ast.AST) -> Iterator[int]:
    """Return where one header is read by its name, which is looked at by itself."""
    for node in ast.walk(tree):
        by_name = isinstance(node, ast.Subscript) or (isinstance(node, ast.Attribute) and node.attr == "get")
        if by_name and _is_whole(node.value):
            yield id(node.value)
