"""Copies of the checkout: a healthy one, and from it one for every run."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.sizes import ROOT, kept_files
from tests.mutants.mutant import Mutant

OURS = "tests/mutants/"


def copy_checkout(tree: Path) -> None:
    """Copy what git keeps, or would keep. The mutants themselves stay here: no copy can breed more of them."""
    for name in kept_files():
        if not name.startswith(OURS):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name)


@contextmanager
def copy_of(healthy: Path, folder: Path, mutant: Mutant | None) -> Iterator[Path]:
    """Copy a tree with everything that is compiled in it, and put a fault into it."""
    tree = folder / (mutant.name if mutant else "unchanged")
    shutil.copytree(healthy, tree)
    if mutant:
        mutant.apply_to(tree)
        _forget_compiled(tree / mutant.file)
    try:
        yield tree
    finally:
        shutil.rmtree(tree)


def _forget_compiled(source: Path) -> None:
    """A compiled file is known by its source's second and size, in which the changed one may be the same."""
    for stale in source.parent.glob(f"__pycache__/{source.stem}.*"):
        stale.unlink()
