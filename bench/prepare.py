"""Makes a fresh database with municipalities and their counsellors, and prints them as JSON.

``python bench/prepare.py DATABASE_URL MUNICIPALITIES COUNSELLORS_EACH``
"""

import json
import sys

from argon2 import PasswordHasher

from app.domain.municipality import Stage
from app.domain.staff import Role
from app.persistence import migrations
from app.persistence.database import Database
from app.services import municipalities, staff

PASSWORD = "the benchmark's own password"  # noqa: S105 - it opens nothing but a database made a moment ago


def main(url: str, count: int, counsellors_each: int) -> None:
    """Migrate, add everyone, print the cast."""
    migrations.upgrade(url)
    # As cheap as argon2id allows: signing in is not what is measured.
    password_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    database = Database(url)
    teams = [add_team(database, f"kommune-{number}", counsellors_each, password_hash) for number in range(count)]
    database.close()
    sys.stdout.write(json.dumps({"password": PASSWORD, "teams": teams}))


def add_team(database: Database, slug: str, counsellors: int, password_hash: str) -> dict[str, object]:
    """Add one municipality and its counsellors."""
    emails = [f"counsellor-{number}@{slug}.example" for number in range(counsellors)]
    with database.write() as work:
        municipality = municipalities.add(work, slug, slug, chat_name=slug, stage=Stage.OPEN)
        for email in emails:
            staff.add(work, email, password_hash, municipality_id=municipality.id, role=Role.COUNSELLOR)
    return {"slug": slug, "emails": emails}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
