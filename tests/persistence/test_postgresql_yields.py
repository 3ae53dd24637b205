"""A driver that blocks the hub blocks everyone: ours lets other greenlets run while the database thinks."""

import os
import subprocess
import sys
from pathlib import Path

from tests.servers.postgresql import Postgresql

ROOT = Path(__file__).resolve().parents[2]


def test_a_slow_query_does_not_stop_the_others(postgres: Postgresql) -> None:
    measured = subprocess.run(
        [sys.executable, "-W", "ignore", "tests/servers/slow_query.py", postgres.create_database()],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert float(measured.stdout) < 0.5
