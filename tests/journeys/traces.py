"""What is left of a conversation where it was stored."""

import json
import re
import time
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests import search

ROWS = text("SELECT count(*) FROM conversations WHERE municipality_id = :here")
ENTRIES = text(
    "SELECT count(*) FROM log_entries WHERE conversation_id NOT IN"
    " (SELECT id FROM conversations WHERE municipality_id <> :here)"
)
PATIENCE = 30  # seconds
PAUSE = 0.2


def bodies_in(frames: list[str]) -> list[str]:
    """Return the sealed bodies that a page has sent over its socket."""
    payloads = [json.loads(found[0])[1] for frame in frames if (found := re.search(r"\[.*\]", frame, re.DOTALL))]
    return [payload["body"] for payload in payloads if "body" in payload]


def wait_until_nothing_is_left(database_url: str, municipality_id: str, texts: list[str]) -> None:
    """Wait until no row of this municipality and, with SQLite, no file holds anything of its conversations."""
    deadline = time.monotonic() + PATIENCE
    while left := rows_left(database_url, municipality_id) or files_that_hold(database_url, texts):
        assert time.monotonic() < deadline, left
        time.sleep(PAUSE)


def rows_left(database_url: str, municipality_id: str) -> int:
    """Count the conversations of a municipality, and the log entries that belong to no other."""
    engine = create_engine(database_url)
    with engine.connect() as connection:
        counts = [connection.execute(query, {"here": municipality_id}).scalar_one() for query in (ROWS, ENTRIES)]
    engine.dispose()
    return sum(counts)


def files_that_hold(database_url: str, texts: list[str]) -> list[str]:
    """Name the files of an SQLite database (log and shared memory too) in which one of the texts stands."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return []
    path = Path(url.database or "")
    return list(search.found_in(path.parent.glob(f"{path.name}*"), search.plainly(texts)))
