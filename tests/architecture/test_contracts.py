"""Imports point inwards; pyproject.toml says how, import-linter holds it."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.sizes import ROOT


def test_the_import_contracts_hold():
    lint_imports = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout
