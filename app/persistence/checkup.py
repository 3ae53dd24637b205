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
        return found if backend == "sqlite" else [*found, _archiving(url)]
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
    engine = create_engine(url, hide_parameters=True)
    with engine.connect() as connection:
        archives = connection.execute(text("SHOW archive_mode")).scalar_one() != "off"
    engine.dispose()
    if archives:
        return Finding(False, "PostgreSQL archives its log: erased conversations live on in the archive.")
    return Finding(True, "PostgreSQL keeps no archive of erased conversations.")
