"""Looking for words in whatever files there are, byte by byte."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


def found_in(paths: Iterable[Path], needles: Mapping[str, bytes]) -> Iterator[str]:
    """Search files, and folders to any depth, and say which needle is where."""
    for path in _files(paths):
        yield from (f"{name} stands in {path.name}" for name in needles_in(_content(path), needles))


def needles_in(content: bytes, needles: Mapping[str, bytes]) -> list[str]:
    """Return the names of the needles that occur in some bytes."""
    return [name for name, needle in needles.items() if needle in content]


def plainly(words: Iterable[str]) -> dict[str, bytes]:
    """Return needles for words as they are."""
    return {word: word.encode() for word in words}


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # a database tidies up while somebody looks
        return b""
