"""A mutant: one promise broken on purpose, in one place, and the tests that must notice."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CATALOGUE = Path(__file__).with_name("catalogue")


class NotApplicable(Exception):
    """The text that a mutant changes is not there exactly once."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """``old`` stands once in ``file`` (of the tree) and becomes ``new``; every test in ``noticed_by`` must turn red."""

    chapter: str
    name: str
    breaks: str
    file: str
    old: str
    new: str
    noticed_by: tuple[str, ...]

    def changed(self, source: str) -> str:
        """Return the file's text with the fault in it. Raises ``NotApplicable``: no refactoring may disarm a mutant."""
        found = source.count(self.old)
        if found != 1:
            raise NotApplicable(
                f"The text that '{self.name}' changes stands {found} times in {self.file} and must stand there once. "
                f"Find where the code can be broken like this now: '{self.breaks}', and change the entry in "
                f"tests/mutants/catalogue/{self.chapter}.toml."
            )
        return source.replace(self.old, self.new)

    def apply_to(self, tree: Path) -> None:
        """Put the fault into a copied tree. Raises ``NotApplicable``."""
        path = tree / self.file
        path.write_text(self.changed(path.read_text(encoding="utf-8")), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Chapter:
    """The mutants of one kind of promise; ``title`` is the promise."""

    title: str
    mutants: tuple[Mutant, ...]


def chapters() -> Iterator[Chapter]:
    """Read the catalogue."""
    for path in sorted(CATALOGUE.glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        title = entries.pop("title")
        yield Chapter(title, tuple(_mutant(path.stem, name, entry) for name, entry in entries.items()))


def load() -> list[Mutant]:
    """Return all mutants."""
    return [mutant for chapter in chapters() for mutant in chapter.mutants]


def _mutant(chapter: str, name: str, entry: dict) -> Mutant:
    return Mutant(chapter=chapter, name=name, **{**entry, "noticed_by": tuple(entry["noticed_by"])})
