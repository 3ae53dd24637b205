"""What an operator should know about the state of a database."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from app.persistence import migrations


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and whether it is well."""

    is_well: bool
    text: str


def findings(url: str) -> list[Finding]:
    """Look at a database and report, without changing it."""
    backend = make_url(url).get_backend_name()
    path = make_url(url).database
    if backend == "sqlite" and not (path and Path(path).exists()):
        return [Finding(False, "There is no database yet. Run: flask database upgrade")]
    try:
        found = [_reachable(backend), _schema(url)]
        return found if backend == "sqlite" else [*found, _archiving(url), _logging(url)]
    except SQLAlchemyError as error:
        return [Finding(False, f"The database cannot be reached ({type(error).__name__}).")]


def _reachable(backend: str) -> Finding:
    return Finding(True, f"The database is {backend}.")


def _schema(url: str) -> Finding:
    current, head = migrations.current_revision(url), migrations.head_revision()
    if current == head:
        return Finding(True, f"The schema is at revision {head}.")
    return Finding(False, f"The schema is at revision {current}, this code needs {head}. Run: flask database upgrade")


def _archiving(url: str) -> Finding:
    if _settings(url, "archive_mode") != ["off"]:
        return Finding(False, "PostgreSQL archives its log: erased conversations live on in the archive.")
    return Finding(True, "PostgreSQL keeps no archive of erased conversations.")


def _logging(url: str) -> Finding:
    if _settings(url, "log_statement", "log_min_duration_statement") != ["none", "-1"]:
        return Finding(False, "PostgreSQL logs statements, and with them what conversations hold (docs/operations.md).")
    return Finding(True, "PostgreSQL logs no statements that succeed.")


def _settings(url: str, *names: str) -> list[str]:
    engine = create_engine(url, hide_parameters=True)
    with engine.connect() as connection:
        values = [connection.execute(text(f"SHOW {name}")).scalar_one() for name in names]
    engine.dispose()
    return values
