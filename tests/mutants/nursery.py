"""A process that has imported every library and forks for each run of the suite, which saves most of what a run costs.

It reads one line of JSON for each run and answers with the run's exit code. Nothing of the checkout may be imported
here, or a copied tree would be tested with it.
"""

import importlib
import json
import os
import sys
from typing import NoReturn

import pytest

LIBRARIES = (
    "alembic.command",
    "argon2",
    "flask_babel",
    "flask_login",
    "flask_socketio",
    "flask_wtf",
    "msgspec",
    "psycopg2",
    "socketio",
    "sqlalchemy.dialects.postgresql.psycopg2",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.orm",
    "time_machine",
    "websocket",
)


def main() -> None:
    """Serve until the other end closes."""
    for library in LIBRARIES:
        importlib.import_module(library)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(**json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def run(tree: str, words: list[str], output: str) -> NoReturn:
    """Be ``python -m pytest`` in a copied tree."""
    written = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(written, 1)
    os.dup2(written, 2)
    os.chdir(tree)
    os.environ["PYTHONPATH"] = tree
    sys.path[0] = tree  # where this file's folder stood
    sys.exit(pytest.main(words))


if __name__ == "__main__":
    main()
