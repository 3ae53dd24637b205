"""Backups: configuration and staff as one document; never a conversation, a sign-in or a duty."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from app.domain.municipality import Stage, slug_is_usable
from app.domain.staff import Role
from app.persistence import backed_up
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import municipalities

FORMAT = "lyttepunkt backup"
VERSION = 1

Id = Annotated[str, Meta(min_length=1, max_length=22)]
Name = Annotated[str, Meta(min_length=1, max_length=80)]


class NotABackup(ValueError):
    """The file is not one of ours, is of another version, or somebody changed it."""


class NotEmpty(ValueError):
    """The database is in use already; the message names a table that holds something."""


class Row(Struct, forbid_unknown_fields=True):
    """The parent of every row."""


class MunicipalityRow(Row):
    """One municipality, without what happens in it."""

    id: Id
    slug: Annotated[str, Meta(max_length=40)]
    name: Name
    chat_name: Name
    embedding_origins: list[str]
    time_zone: Annotated[str, Meta(max_length=40)]
    stage: Stage


class StaffRow(Row):
    """One account, with its password as its argon2id hash."""

    id: Id
    email: Annotated[str, Meta(max_length=254)]
    password_hash: Annotated[str, Meta(max_length=200)]


class MembershipRow(Row):
    """One person's place in one municipality's team."""

    staff_id: Id
    municipality_id: Id
    role: Role


class Tables(Struct, forbid_unknown_fields=True):
    """The tables of ``backed_up.BACKED_UP``."""

    municipalities: list[MunicipalityRow]
    staff: list[StaffRow]
    memberships: list[MembershipRow]


class Backup(Struct, forbid_unknown_fields=True):
    """The whole document."""

    format: str
    version: int
    tables: Tables


def take(session: Session) -> bytes:
    """Return the document: JSON that can be read, compared and kept for years."""
    tables = {name: backed_up.rows(session, name) for name in backed_up.BACKED_UP}
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, "version": VERSION, "tables": tables}), indent=2)


def restore(work: UnitOfWork, document: bytes) -> dict[str, int]:
    """Write a document into an unused database; returns how many rows of what. Raises ``NotABackup``, ``NotEmpty``."""
    tables = read(document).tables
    if filled := backed_up.first_filled_table(work.session):
        raise NotEmpty(filled)
    rows: dict[str, list[dict[str, Any]]] = {
        name: [msgspec.structs.asdict(row) for row in getattr(tables, name)] for name in backed_up.BACKED_UP
    }
    backed_up.write(work.session, rows)
    for municipality in tables.municipalities:
        municipalities.open_line(work, municipality.id)
    return {name: len(written) for name, written in rows.items()}


def read(document: bytes) -> Backup:
    """Return a document as it was taken. Raises ``NotABackup`` and repeats nothing of it."""
    try:
        backup = msgspec.json.decode(document, type=Backup)
    except (msgspec.DecodeError, UnicodeError):
        raise NotABackup from None
    if (backup.format, backup.version) != (FORMAT, VERSION) or not _fits_together(backup.tables):
        raise NotABackup
    return backup


def _fits_together(tables: Tables) -> bool:
    """Say whether everything is there once, and whoever is named exists."""
    places, people = {row.id for row in tables.municipalities}, {row.id for row in tables.staff}
    slugs, emails = {row.slug for row in tables.municipalities}, {row.email for row in tables.staff}
    pairs = {(row.staff_id, row.municipality_id) for row in tables.memberships}
    return (
        len(places) == len(slugs) == len(tables.municipalities)
        and len(people) == len(emails) == len(tables.staff)
        and len(pairs) == len(tables.memberships)
        and all(map(slug_is_usable, slugs))
        and all(staff in people and place in places for staff, place in pairs)
    )
