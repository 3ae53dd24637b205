"""How long files and functions are: ``make check`` prints it, and a test holds the limits."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
MAX_FILE = 200
MAX_FUNCTION = 30
OURS = {".py": "Python", ".js": "JavaScript", ".mjs": "JavaScript", ".css": "CSS", ".html": "Templates"}
# A migration's upgrade is a list of tables, and what others published has the length it has.
OTHERS_FILES = "static/vendor/"
LISTS = "migrations/versions/"


@dataclass(frozen=True, slots=True, order=True)
class Size:
    """How many lines something named has."""

    lines: int
    name: str


def main() -> None:
    """Print medians and longest of every kind, and whatever is too long."""
    for kind in sorted(set(OURS.values())):
        show(f"{kind} files", files(kind), MAX_FILE)
    show("Python functions", functions(), MAX_FUNCTION)


def show(title: str, sizes: list[Size], limit: int) -> None:
    """Print one line of figures, and one for each that is over the limit."""
    if not sizes:
        return
    longest = max(sizes)
    middle = median(size.lines for size in sizes)
    print(f"{title:<18} {len(sizes):>4}   median {middle:>5g}   longest {longest.lines:>4} lines ({longest.name})")
    for size in too_long(sizes, limit):
        print(f"    over {limit}: {size.name} has {size.lines} lines")


def too_long(sizes: list[Size], limit: int) -> list[Size]:
    """Return those over the limit, longest first."""
    return sorted((size for size in sizes if size.lines > limit), reverse=True)


def files(kind: str) -> list[Size]:
    """Measure our files of one kind. Empty files say nothing and are left out."""
    sizes = (Size(len(text(name).splitlines()), name) for name in our_files() if OURS[Path(name).suffix] == kind)
    return [size for size in sizes if size.lines]


def functions() -> list[Size]:
    """Measure our Python functions, without their docstrings."""
    names = [name for name in our_files() if name.endswith(".py") and not name.startswith(LISTS)]
    return [size for name in names for size in functions_in(name)]


def functions_in(name: str) -> Iterator[Size]:
    """Measure the functions of one file."""
    for node in ast.walk(ast.parse(text(name))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Size(length(node), f"{name}:{node.name}")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines from ``def`` to the end, less those of the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def our_files() -> list[str]:
    """List what git keeps, or would keep, of our own making."""
    found = [name for name in kept_files() if Path(name).suffix in OURS and not name.startswith(OTHERS_FILES)]
    return sorted(found)


def kept_files() -> list[str]:
    """List every file that git keeps or would keep, relative to the checkout."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def text(name: str) -> str:
    """Read one file of the checkout."""
    return (ROOT / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
