"""One run of chosen tests in a copied tree, and what came of each of them."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

GREEN, RED, SKIPPED, BROKEN = "green", "red", "skipped", "broken"


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


def outcomes_in(report: Path) -> dict[str, str]:
    """Read what pytest wrote with ``--junitxml``; nothing when it did not come to that."""
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
