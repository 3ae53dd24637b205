"""What is taken away from our modules before they are sent says nothing to a browser."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.web import assets
from config import ROOT
from tests.servers.requirement import program

OURS = sorted(name for name in assets.names() if name.startswith(assets.OURS) and name.endswith(".js"))
FRAME_LIMIT = 45_000
# A template inside a template ends the outer one, and blank space in a regular expression right after an arrow is lost.
MISREAD = re.compile(r"\$\{[^}`]*`[^`]*`[^}]*\}|=>\s*/[^/*]")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose static files are those that are sent."""
    folder = tmp_path_factory.mktemp("sent")
    for name in assets.names():
        target = folder / "static" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(assets.content(name))
    shutil.copy(ROOT / "static/js/package.json", folder / "static/js")
    shutil.copy(ROOT / "static/js/package.json", folder / "static/vendor")
    for beside in ("tests/js", "docs"):  # a test holds the figures of a page
        shutil.copytree(ROOT / beside, folder / beside)
    return folder


def test_every_module_still_parses(sent: Path) -> None:
    parser = sent / "tests/js/support/parse-all.js"
    assert node("--experimental-vm-modules", "--no-warnings", str(parser), *OURS, cwd=sent / "static") == "[]"


def test_the_modules_that_are_sent_pass_every_test_of_those_that_are_written(sent: Path) -> None:
    node("--test", *sorted(str(path) for path in (sent / "tests/js").rglob("*.test.*js")), cwd=sent)


def node(*arguments: str, cwd: Path) -> str:
    """Run Node in a folder and return what it prints; it must be content."""
    path = program("node", "nodejs")
    ran = subprocess.run([path, *switches(path), *arguments], check=False, cwd=cwd, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-4000:]
    return ran.stdout.strip()


def switches(path: str) -> list[str]:
    """Return what Debian 12's Node needs to have WebCrypto, and newer ones do not know."""
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    return ["--experimental-global-webcrypto"] if version.startswith("v18.") else []


@pytest.mark.parametrize("name", OURS)
def test_nothing_is_written_that_the_minifier_misreads(name: str) -> None:
    assert MISREAD.findall((assets.STATIC / name).read_text()) == []


def test_comments_and_blank_space_are_gone_and_what_others_published_is_untouched() -> None:
    assert b"The young person's page starts here." in (assets.STATIC / "js/youth.js").read_bytes()
    assert b"starts here" not in assets.content("js/youth.js")
    for name in assets.names() - set(OURS):
        assert assets.content(name) == (assets.STATIC / name).read_bytes()


def test_the_young_persons_javascript_is_small() -> None:
    sizes = {name: len(gzip.compress(assets.content(name), 9)) for name in assets.modules("js/youth.js")}
    print(f"the young person's JavaScript: {sum(sizes.values())} bytes gzip in {len(sizes)} files")
    assert sum(sizes.values()) <= FRAME_LIMIT, sorted((size, name) for name, size in sizes.items())[-10:]
