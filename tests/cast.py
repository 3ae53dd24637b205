"""The cast: Noor and Sam are youths, Alex and Kim counsel, Robin is admin, Charlie belongs to the neighbours.

Every test gets a municipality of its own, so that tests sharing a server never meet in a waiting line.
"""

import secrets
from dataclasses import dataclass

from app.domain.municipality import Stage
from app.domain.staff import Role
from app.persistence.database import Database
from app.services import municipalities, staff

PASSWORD = "the cast's own password"


@dataclass(frozen=True)
class Member:
    """Someone of the staff."""

    id: str
    email: str


@dataclass(frozen=True)
class Cast:
    """Two municipalities and everyone in them."""

    municipality_id: str
    slug: str
    neighbour_id: str
    neighbour_slug: str
    alex: Member
    kim: Member
    robin: Member
    charlie: Member


def assemble(database: Database, password_hash: str) -> Cast:
    """Write a fresh cast into a database."""
    home, home_slug = _municipality(database, "hjem")
    neighbour, neighbour_slug = _municipality(database, "nabo")

    def member(name: str, municipality_id: str, role: Role) -> Member:
        email = f"{name}@{secrets.token_hex(4)}.example"
        with database.write() as work:
            account = staff.add(work, email, password_hash, municipality_id=municipality_id, role=role)
            return Member(account.id, email)

    return Cast(
        municipality_id=home,
        slug=home_slug,
        neighbour_id=neighbour,
        neighbour_slug=neighbour_slug,
        alex=member("alex", home, Role.COUNSELLOR),
        kim=member("kim", home, Role.COUNSELLOR),
        robin=member("robin", home, Role.ADMIN),
        charlie=member("charlie", neighbour, Role.COUNSELLOR),
    )


def _municipality(database: Database, name: str) -> tuple[str, str]:
    slug = f"{name}-{secrets.token_hex(4)}"
    with database.write() as work:
        return municipalities.add(work, slug, name, chat_name=f"{name}s chat", stage=Stage.OPEN).id, slug
