"""A real server process, started as an operator starts it."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRACED = Path(__file__).with_name("traced_wsgi.py")
PATIENCE = 30  # seconds


class ServerProcess:
    """``python wsgi.py``, or a variant of it, on a port, with everything it prints kept in one file."""

    def __init__(
        self, database_url: str, port: int, output: Path, *, script: Path | None = None, **environment: str
    ) -> None:
        self.database_url = database_url
        self.port = port
        self.output = output
        self.address = f"http://127.0.0.1:{port}"
        self._script = script
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        usual = TRACED if self.environment()["ASYNC_MODE"] == "eventlet" else ROOT / "wsgi.py"
        with self.output.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, str(self._script or usual)],
                cwd=ROOT,
                env=self.environment(),
                stdout=output,
                stderr=output,
            )
        self.wait_until_it_answers()

    def environment(self) -> dict[str, str]:
        """Return the environment it runs in: nothing of ours but the path and the kind of server wanted."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": self.database_url,
            "PORT": str(self.port),
            "ASYNC_MODE": os.environ.get("ASYNC_MODE", "eventlet"),
            "SECRET_KEY": "a key for tests that is long enough to be taken",
            **self._environment,
        }

    def wait_until_it_answers(self) -> None:
        """Wait for the front page."""
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            assert self._process is not None
            assert self._process.poll() is None, self.output.read_text()
            assert time.monotonic() < deadline, self.output.read_text()
            time.sleep(0.02)

    def answers(self) -> bool:
        """Say whether the front page can be had."""
        try:
            with urllib.request.urlopen(self.address, timeout=2) as response:
                return response.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def send(self, how: signal.Signals) -> None:
        """Send it a signal and wait for nothing."""
        assert self._process is not None
        self._process.send_signal(how)

    def exit_code(self) -> int:
        """Wait for its end and return its exit code; negative when a signal ended it."""
        assert self._process is not None
        return self._process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def end_somehow(self) -> None:
        """End it if it has not ended yet."""
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def freeze(self) -> None:
        """Stop it in the middle of whatever it does, as a suspended machine would."""
        self.send(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen one go on."""
        self.send(signal.SIGCONT)

    def terminate(self) -> int:
        """Ask it to end, as an operator does, and return its exit code."""
        return self._end(signal.SIGTERM)

    def stop(self) -> None:
        """End it, and make sure that it had been well: no greenlet switched inside a write transaction."""
        assert self._process is not None
        assert self._process.poll() is None, f"the server died: {self.output.read_text()}"
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        self.send(how)
        return self.exit_code()
