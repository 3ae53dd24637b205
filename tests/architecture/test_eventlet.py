"""eventlet stays in wsgi.py, and patches only what is served."""

import os
import re
import subprocess
import sys

from tests.architecture.sizes import ROOT, kept_files, text

IMPORTS_GREENLETS = re.compile(r"^\s*(?:import|from)\s+(?:eventlet|gevent|greenlet)\b", re.MULTILINE)
DOCTOR_AS_FLASK_RUNS_IT = """
import sys
from flask.cli import main
sys.argv = ["flask", "doctor"]
try:
    main()
except SystemExit as outcome:
    print("doctor left with", outcome.code)
from eventlet import patcher
print("patched:", sorted(m for m in ("os", "select", "socket", "thread", "time") if patcher.is_monkey_patched(m)))
"""


def test_only_the_entry_point_imports_eventlet():
    product = [name for name in kept_files() if name.endswith(".py") and not name.startswith("tests/")]
    assert [name for name in product if IMPORTS_GREENLETS.search(text(name))] == ["wsgi.py"]


def test_the_doctor_runs_unpatched(tmp_path):
    environment = os.environ | {"SECRET_KEY": "x" * 48, "DATABASE_URL": f"sqlite:///{tmp_path / 'doctor.db'}"}
    command = [sys.executable, "-W", "ignore", "-c", DOCTOR_AS_FLASK_RUNS_IT]
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert "Browsers find this installation" in answer.stdout, answer.stderr
    assert "patched: []" in answer.stdout
