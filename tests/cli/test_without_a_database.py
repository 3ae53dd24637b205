"""Every command on an installation whose database is away or not migrated: a sentence that says what to do."""

from collections.abc import Iterator

import pytest

from app import cli
from tests.cli.conftest import Run, installation
from tests.servers.postgresql import free_port

COMMANDS = {
    "municipality add": ("municipality", "add", "demo", "Demo Kommune"),
    "municipality embed": ("municipality", "embed", "demo", "https://www.kommunen.example"),
    "staff add": (
        *("staff", "add", "alex@example.dk", "--municipality", "demo"),
        *("--role", "counsellor", "--password-stdin"),
    ),
    "demo": ("demo",),
    "doctor": ("doctor",),
    "backup": ("backup", "/nowhere/backup.json"),
    "restore": ("restore", "/nowhere/backup.json"),
}
NEED_NONE = {"help-numbers"}
PASSWORD = "a long enough password\n"


@pytest.fixture
def unmigrated(empty_url: str) -> Iterator[Run]:
    """Commands on a database without a schema."""
    yield from installation(empty_url)


@pytest.fixture
def unreachable() -> Iterator[Run]:
    """Commands on a database that nobody serves."""
    yield from installation(f"postgresql+psycopg2://u:geheim@127.0.0.1:{free_port()}/x")


def test_no_command_is_forgotten_here() -> None:
    spelled = set()
    for command in cli.COMMANDS:
        leaves = getattr(command, "commands", {"": command})
        spelled |= {f"{command.name} {leaf}".strip() for leaf in leaves}
    assert spelled == {*COMMANDS, "database upgrade", *NEED_NONE}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_missing_schema_is_explained(unmigrated: Run, name: str) -> None:
    answer = unmigrated(*COMMANDS[name], typed=PASSWORD)
    assert answer.exit_code == 1
    assert isinstance(answer.exception, SystemExit)
    assert "flask database upgrade" in answer.output


@pytest.mark.parametrize("name", [*sorted(COMMANDS), "database upgrade"])
def test_a_database_that_is_away_is_explained(unreachable: Run, name: str) -> None:
    answer = unreachable(*COMMANDS.get(name, name.split()), typed=PASSWORD)
    assert answer.exit_code == 1
    assert isinstance(answer.exception, SystemExit)
    assert "The database cannot be reached" in answer.output
    assert "geheim" not in answer.output
