"""Where mutants are bred: a healthy copy of the checkout, and from it one for every run."""

from collections.abc import Sequence
from pathlib import Path

from tests.mutants import trees
from tests.mutants.mutant import Mutant
from tests.mutants.runner import Runner
from tests.mutants.suite_run import SuiteRun


class Laboratory:
    """The healthy copy has run nothing; the tests it is given are only compiled there."""

    def __init__(self, runner: Runner, folder: Path, tests: Sequence[str]) -> None:
        self._runner = runner
        self._folder = folder
        self._healthy = folder / "healthy"
        trees.copy_checkout(self._healthy)
        runner.compile(self._healthy, self._scratch("healthy"), tests)

    def run(self, mutant: Mutant | None, tests: Sequence[str]) -> SuiteRun:
        """Run some of the tests with a mutant, or without any."""
        with trees.copy_of(self._healthy, self._folder, mutant) as tree:
            return self._runner.run(tree, self._scratch(tree.name), tests)

    def _scratch(self, name: str) -> Path:
        scratch = self._folder / "scratch" / name
        scratch.mkdir(parents=True)
        return scratch
