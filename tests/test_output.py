"""What the server writes: our own lines, of which docs/privacy.md lists every one, and no library's at any level."""

import ast
import logging
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from app import output
from tests.architecture.sizes import ROOT, kept_files, text

LEVELS = {"debug", "info", "warning", "error", "critical", "exception", "log"}
PRODUCT = [name for name in kept_files() if re.match(r"(?:app/.*|config|wsgi)\.py$", name)]
PRINTED_BY_OTHERS = (
    *("engineio", "engineio.server", "engineio.client", "socketio", "socketio.server", "eventlet", "eventlet.wsgi"),
    *("werkzeug", "sqlalchemy", "sqlalchemy.engine", "sqlalchemy.engine.Engine", "sqlalchemy.pool", "alembic"),
    *("asyncio", "concurrent.futures", "flask_cors", "a.library.of.tomorrow", "py.warnings", "root"),
)
SECRET = "kanariefugl"

START = "import logging, sys, threading\nfrom app import output\noutput.configure()\n"
FAILURES = {
    "a_thread": f"thread = threading.Thread(target=lambda: 1 / len('{SECRET}'[99:])); thread.start(); thread.join()",
    "nobody": f"raise RuntimeError('{SECRET}')",
    "a_destructor": f"class C:\n    def __del__(self): raise RuntimeError('{SECRET}')\nC()",
    "a_line_with_a_traceback": f"try: int('{SECRET}')\nexcept ValueError: output.logger.exception('x')",
    "a_warning": f"import warnings; warnings.warn('{SECRET}')",
}


def printed(code: str) -> str:
    """Run some Python of its own and return all it prints."""
    command = [sys.executable, "-c", START + code]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


def test_no_library_says_anything_even_when_everything_is_logged() -> None:
    loud = (
        "logging.getLogger().setLevel(logging.DEBUG)\n"
        f"for name in {PRINTED_BY_OTHERS!r}:\n"
        "    logger = logging.getLogger(name)\n"
        "    logger.setLevel(logging.DEBUG)\n"
        f"    for level in (10, 20, 30, 40, 50): logger.log(level, '{SECRET}')\n"
        "output.logger.info('this is ours')"
    )
    assert printed(loud) == "INFO lyttepunkt: this is ours\n"


@pytest.mark.parametrize(
    "name", ["engineio", "engineio.server", "socketio", "socketio.server", "werkzeug", "sqlalchemy"]
)
def test_libraries_are_pinned_whatever_the_root_says(name: str) -> None:
    output.pin_libraries()
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    try:
        assert not logging.getLogger(name).isEnabledFor(logging.CRITICAL)
    finally:
        root.setLevel(before)


@pytest.mark.parametrize("failure", FAILURES)
def test_what_fails_is_told_as_its_kind_and_place(failure: str) -> None:
    said = printed(FAILURES[failure])
    assert SECRET not in said
    assert "Traceback" not in said
    if failure != "a_warning":
        assert re.search(r"ERROR lyttepunkt: [\s\S]*(RuntimeError|ValueError|ZeroDivisionError) in ", said), said


def test_so_is_what_fails_in_a_greenlet() -> None:
    said = printed(
        "import warnings; warnings.simplefilter('ignore')\nimport eventlet, wsgi\nwsgi.note_what_no_greenlet_caught()\n"
        f"def fail(): raise RuntimeError('{SECRET}')\n"
        "eventlet.spawn_n(fail); eventlet.spawn(fail); eventlet.spawn_after(0, fail); eventlet.sleep(0.1)"
    )
    assert said.count("ERROR lyttepunkt: Something failed: RuntimeError in ") == 3
    assert SECRET not in said


def test_every_line_stands_in_the_inventory_and_none_besides() -> None:
    inventory = re.search(r"## What the server writes down\n(.*?)\n## ", text("docs/privacy.md"), re.DOTALL)
    assert inventory
    listed = set(re.findall(r"^\| `([^`]+)` \|", inventory[1], re.MULTILINE))
    assert listed == {line for name in PRODUCT for line in lines_in(text(name))}


def lines_in(code: str) -> Iterator[str]:
    """Return every line that some code can log, as it stands there; one that is put together cannot be listed."""
    for call in (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)):
        if (
            isinstance(call.func, ast.Attribute)
            and call.func.attr in LEVELS
            and "ogger" in ast.unparse(call.func.value)
        ):
            wanted = call.args[0]
            yield str(wanted.value) if isinstance(wanted, ast.Constant) else f"not a constant: {ast.unparse(wanted)}"
