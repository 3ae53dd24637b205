"""Starting as an operator does: what is wrong is said in one sentence, without a traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(tmp_path: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a Python command from the checkout and return what came of it."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{tmp_path / 'lyttepunkt.db'}",
        "SECRET_KEY": "a key for tests that is long enough to be taken",
        **environment,
    }
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("words", [("wsgi.py",), ("-m", "flask", "doctor")])
def test_a_public_address_without_https_refuses_to_start(tmp_path: Path, words: tuple[str, ...]) -> None:
    answer = start(tmp_path, *words, PUBLIC_URL="http://chat.example.dk")
    assert answer.returncode != 0
    assert "Lyttepunkt cannot start: PUBLIC_URL must be https" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = start(tmp_path, "wsgi.py", PORT=str(port))
    assert answer.returncode != 0
    assert f"Lyttepunkt cannot listen on 127.0.0.1 port {port}" in answer.stderr
    assert "Traceback" not in answer.stderr
