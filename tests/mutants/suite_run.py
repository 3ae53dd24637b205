"""One run of chosen tests in a copied tree, and what came of each of them."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

PATIENCE = 300  # seconds
GREEN, RED, SKIPPED, BROKEN = "green", "red", "skipped", "broken"

# The plugins of the environment would cost each run half a second; the suite's settings need one of them.
COMMAND = ("-m", "pytest", "-p", "pytest_timeout", "-p", "no:cacheprovider", "--tb=short", "--no-header", "-q")


@dataclass(frozen=True, slots=True)
class SuiteRun:
    """``outcomes`` by node id; a test whose fixtures failed is broken, which proves nothing."""

    code: int
    outcomes: dict[str, str]
    output: str
    seconds: float

    def named(self, outcome: str) -> set[str]:
        """Return the tests with an outcome."""
        return {test for test, found in self.outcomes.items() if found == outcome}


def compile_tests(tree: Path, tests: Sequence[str]) -> None:
    """Compile whatever these tests import, once for all copies of a tree. What cannot be found is said by the runs."""
    _pytest(tree, "--collect-only", *tests)


def run(tree: Path, scratch: Path, tests: Sequence[str]) -> SuiteRun:
    """Run some tests of a tree by node id with this interpreter; ``scratch`` takes their files."""
    began = time.monotonic()
    report = scratch / "report.xml"
    done = _pytest(tree, f"--basetemp={scratch / 'basetemp'}", f"--junitxml={report}", *tests)
    return SuiteRun(done.returncode, _outcomes(report), done.stdout + done.stderr, time.monotonic() - began)


def _pytest(tree: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *COMMAND, *words],
        cwd=tree,
        env=_environment(tree),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def _environment(tree: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return {**inherited, "PYTHONPATH": str(tree), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def _outcomes(report: Path) -> dict[str, str]:
    outcomes: dict[str, str] = {}
    cases = ElementTree.parse(report).iter("testcase") if report.exists() else ()
    for case in cases:
        # A test that failed, and after which something could not be cleared away, stands here twice.
        outcomes.setdefault(_node_id(case), _outcome(case))
    return outcomes


def _node_id(case: ElementTree.Element) -> str:
    return f"{case.attrib['classname'].replace('.', '/')}.py::{case.attrib['name']}"


def _outcome(case: ElementTree.Element) -> str:
    words = {"failure": RED, "error": BROKEN, "skipped": SKIPPED}
    return next((words[child.tag] for child in case if child.tag in words), GREEN)
