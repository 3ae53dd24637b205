"""Runs the suite in copied trees, on processes that have imported the libraries already."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from tests.mutants.suite_run import SuiteRun, outcomes_in

NURSERY = Path(__file__).with_name("nursery.py")

# The plugins of the environment would cost each run half a second; the suite's settings need one of them.
WORDS = ("-p", "pytest_timeout", "-p", "no:cacheprovider", "--tb=short", "--no-header", "-q")

Nursery = subprocess.Popen


class Runner:
    """Each of its processes takes one run at a time; who finds none idle waits."""

    def __init__(self, nurseries: "list[Nursery[str]]") -> None:
        self._idle: Queue[Nursery[str]] = Queue()
        for nursery in nurseries:
            self._idle.put(nursery)

    def compile(self, tree: Path, scratch: Path, tests: Sequence[str]) -> None:
        """Compile whatever these tests import, once for all copies of a tree; what is missing is said by the runs."""
        self._pytest(tree, scratch / "output.txt", "--collect-only", *tests)

    def run(self, tree: Path, scratch: Path, tests: Sequence[str]) -> SuiteRun:
        """Run some tests of a tree by node id; ``scratch`` takes their files."""
        began = time.monotonic()
        report, output = scratch / "report.xml", scratch / "output.txt"
        code = self._pytest(tree, output, f"--basetemp={scratch / 'basetemp'}", f"--junitxml={report}", *tests)
        return SuiteRun(code, outcomes_in(report), output.read_text(), time.monotonic() - began)

    def _pytest(self, tree: Path, output: Path, *words: str) -> int:
        nursery = self._idle.get()
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        order = {"tree": str(tree), "words": [*WORDS, *words], "output": str(output)}
        print(json.dumps(order), file=nursery.stdin, flush=True)
        code = int(nursery.stdout.readline())
        self._idle.put(nursery)
        return code


@contextmanager
def runner(at_once: int) -> Iterator[Runner]:
    """Start so many processes, and end them with the block."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**inherited, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    nurseries = [Nursery([sys.executable, str(NURSERY)], env=environment, **pipes) for _ in range(at_once)]
    try:
        yield Runner(nurseries)
    finally:
        for nursery in nurseries:
            nursery.communicate()
