"""The load generator must go on speaking the protocol; how fast anything is, no test decides."""

import json
import os
import subprocess

import pytest

from tests.architecture.sizes import ROOT
from tests.servers import requirement


@pytest.mark.parametrize("target", ["relay", "sqlite"])
def test_the_generator_reaches_its_end_and_loses_nothing(tmp_path, target):
    node = requirement.program("node", "nodejs")
    if not (ROOT / "bench/node_modules").exists():
        requirement.missing("bench/node_modules is missing; `npm ci` in bench/ brings it")
    environment = {"PATH": os.environ["PATH"], "SMOKE": "yes", "TARGETS": target, "FOLDER": str(tmp_path / "bench")}
    subprocess.run([node, ROOT / "bench/run.js"], check=True, env=environment)
    figures = json.loads((tmp_path / "bench/figures.json").read_text())["results"][target]
    assert figures["joins"]["served"] == figures["burst"]["served"] == 3
    assert figures["load"]["ack"]["failed"] == figures["load"]["seen"]["failed"] == 0
    assert figures["storm"]["missing"] == 0
