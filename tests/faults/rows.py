"""What stands in the database, read beside the server and without its code."""

import json

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from tests.faults.history import Crowd
from tests.servers.client import Payload

LOGS = text("SELECT conversation_id, seq, kind, fields FROM log_entries ORDER BY conversation_id, seq")
CROWDS = text(
    "SELECT holder_id, count(*) FROM conversations WHERE state = 'active' GROUP BY holder_id"
    " UNION ALL SELECT desk_id, count(*) FROM conversations WHERE desk_id IS NOT NULL GROUP BY desk_id"
)
LEFT = text("SELECT (SELECT count(*) FROM conversations) + (SELECT count(*) FROM log_entries)")


class Rows:
    """A pair of eyes on the tables. Raises SQLAlchemy's ``OperationalError`` while the database is away."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, poolclass=NullPool)

    def logs(self) -> dict[str, list[Payload]]:
        """Return every log that is there, as a client would be told it."""
        logs: dict[str, list[Payload]] = {}
        with self._engine.connect() as connection:
            for conversation, seq, kind, fields in connection.execute(LOGS):
                told = json.loads(fields) if isinstance(fields, str) else fields
                logs.setdefault(conversation, []).append({"seq": seq, "kind": kind, **told})
        return logs

    def crowds(self, capacities: dict[str, int]) -> list[Crowd]:
        """Return how many conversations each counsellor holds at this moment, and how many are at their desk."""
        with self._engine.connect() as connection:
            return [Crowd(staff, capacities[staff], active) for staff, active in connection.execute(CROWDS)]

    def left(self) -> int:
        """Count the rows that conversations have."""
        with self._engine.connect() as connection:
            return connection.scalar(LEFT) or 0
