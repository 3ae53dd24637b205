"""The browser's modules import inwards, like those of the server: the guard knows rules and nothing else."""

import re

import pytest

from tests.architecture.sizes import kept_files, text

IMPORTED = re.compile(r"\bfrom '([^']+)'|\bimport '([^']+)'|\bimport\('")
REACH = re.compile(r"\b(document|window|navigator|fetch|XMLHttpRequest|WebSocket|\w+Storage|postMessage|globalThis)\b")
GUARD = [name for name in kept_files() if name.startswith("static/js/guard/")]


def test_there_is_a_guard() -> None:
    assert GUARD


@pytest.mark.parametrize("name", GUARD)
def test_the_guard_imports_only_itself(name: str) -> None:
    imported = ["".join(groups) for groups in IMPORTED.findall(text(name))]
    assert all(re.match(r"\./[a-z-]+\.js$", one) for one in imported), imported


@pytest.mark.parametrize("name", GUARD)
def test_the_guard_can_neither_keep_nor_send_what_it_reads(name: str) -> None:
    assert REACH.findall(text(name)) == []


@pytest.mark.parametrize("name", [name for name in kept_files() if re.match(r"static/js/(chat|crypto|lib)/", name)])
def test_nothing_that_sends_knows_the_guard(name: str) -> None:
    assert "guard/" not in text(name)
