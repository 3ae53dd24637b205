"""Commands as an operator gives them: a real process from the checkout."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def flask_command(tmp_path: Path) -> Run:
    """Run ``flask …`` on an installation of its own."""

    def run(*words: str, typed: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "flask", *words],
            cwd=ROOT,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            env={
                "PATH": os.environ["PATH"],
                "DATABASE_URL": f"sqlite:///{tmp_path / 'lyttepunkt.db'}",
                "SECRET_KEY": "a key for tests that is long enough to be taken",
                **environment,
            },
        )

    return run
