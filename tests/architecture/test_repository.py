"""What git keeps: nothing that a tool made, and no address of a registry."""

import re
import subprocess

import pytest

from tests.architecture.sizes import ROOT, kept_files

HEAVIEST = 300_000
REGISTRIES = re.compile(rb"pypi\.(org|io)|pythonhosted\.org|npmjs\.(org|com)|yarnpkg\.com")


def test_git_keeps_nothing_that_is_ignored():
    command = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert listing.splitlines() == []


def test_no_picture_is_heavier_than_300_kb():
    pictures = [ROOT / name for name in kept_files() if name.endswith(".png")]
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > HEAVIEST] == []


@pytest.mark.parametrize("folder", sorted({name.partition("/")[0] for name in kept_files()}))
def test_no_file_names_a_registry(folder):
    names = [name for name in kept_files() if name.partition("/")[0] == folder]
    assert [name for name in names if REGISTRIES.search((ROOT / name).read_bytes())] == []
