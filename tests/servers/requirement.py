"""Real components: what is missing is said, and in CI it is a failure."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def program(name: str, package: str, *more_places: str) -> str:
    """Return the path of a program, or say which package brings it."""
    path = os.pathsep.join([os.environ.get("PATH", ""), *more_places])
    found = shutil.which(name, path=path)
    return found or missing(f"{name} is not installed; the Debian package '{package}' brings it")


def postgresql_folders() -> list[str]:
    """Return where Debian keeps PostgreSQL's programs, newest first."""
    return [str(folder) for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]


def missing(sentence: str) -> NoReturn:
    """Fail in CI; elsewhere leave the test out and say why."""
    if os.environ.get("CI"):
        pytest.fail(f"In CI nothing real may be missing: {sentence}", pytrace=False)
    pytest.skip(sentence)
