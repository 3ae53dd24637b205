"""No column can hold who calls: every one is of a plain type, and every time and every free text has its reason."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import JSON, Boolean, Column, DateTime, Integer, MetaData, String, create_engine
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.persistence import migrations
from app.persistence.schema import metadata

OF_A_CALLER = re.compile(
    r"(?:^|_)(?:ip|ipv[46]|addr|address|host|hostname|prefix|bucket|peer_address|agent|user_agent|ua|browser|os|platform|"
    r"referr?er|origin|locale|accept|country|region|city|geo|lat|lon|latitude|longitude|location|device|fingerprint|"
    r"screen|viewport|resolution|zone|tz|timezone|cookie|click|utm|campaign_id|phone|mobile|cpr|birth\w*|age|gender|"
    r"first_name|last_name|real_name|nickname|name|email|mail)(?:_|$)"
)
# What has such a name and is nobody's who calls.
NOT_OF_A_CALLER = {
    "municipalities.name": "of the municipality",
    "municipalities.chat_name": "of the municipality's chat",
    "municipalities.time_zone": "of the municipality",
    "staff.email": "what staff sign in with",
}
TIMES = {
    "conversations.joined_at": "the order of the line, and how long somebody has waited; goes with the conversation",
    "conversations.seat_until": "whether the page is there; goes with the conversation",
    "conversations.reserved_until": "60 s for a colleague to take over; goes with the conversation",
    "conversations.erase_at": "when the rows go",
    "duties.lease_until": "whether a counsellor is there",
    "last_runs.ended_at": "when the ticker last ran, to tell an outage from passing time",
    "staff_sessions.created_at": "sign-ins of staff end after 12 hours",
    "staff_sessions.seen_at": "sign-ins of staff end after 30 idle minutes",
    "tickets.expires_at": "60 s for a console to open its socket",
}
# Room for more than an id of ours, of 22 characters. A hash has 64 and says nothing.
FREE_TEXTS = {
    "conversations.resume_hash": "SHA-256 of what the page draws at random",
    "log_entries.fields": "sealed messages and keys, and the fact of a pairing or an end",
    "municipalities.slug": "the municipality's address",
    "municipalities.name": "the municipality's",
    "municipalities.chat_name": "the municipality's",
    "municipalities.embedding_origins": "the municipality's own sites",
    "municipalities.time_zone": "the municipality's",
    "staff.email": "what staff sign in with",
    "staff.password_hash": "argon2id of a password of staff",
    "staff_sessions.id": "SHA-256 of a random token of staff",
    "tickets.staff_session_id": "the same as staff_sessions.id",
    "tickets.id": "SHA-256 of a random ticket of staff",
}
SHORT = 22
PLAIN = (String, Integer, Boolean, DateTime, JSON)
ALEMBICS_OWN = "alembic_version"


def test_no_column_of_the_models_can_hold_a_caller() -> None:
    assert list(objections(metadata)) == []


def test_no_column_of_a_migrated_database_can_hold_a_caller(empty_url: str) -> None:
    migrations.upgrade(empty_url)
    assert list(objections(reflected(empty_url))) == []


def test_every_reason_is_of_a_column_that_exists() -> None:
    columns = {f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns}
    assert {*NOT_OF_A_CALLER, *TIMES, *FREE_TEXTS} - columns == set()


@pytest.mark.parametrize(
    "column",
    [
        Column("ip", String(15)),
        Column("client_address", String(22)),
        Column("user_agent", String(20)),
        Column("device_id", String(22)),
        Column("email", String(20)),
        Column("screen", Integer),
        Column("time_zone", String(20)),
        Column("written_at", DateTime),
        Column("note", String(200)),
        Column("text", String()),
        Column("extra", JSON),
        Column("blob", TypeEngine()),
    ],
    ids=lambda column: column.name,
)
def test_a_column_that_could_is_noticed(column: Column) -> None:
    assert objection(f"conversations.{column.name}", column)


def objections(schema: MetaData) -> Iterator[str]:
    """Say of every column that may not be there what is wrong with it."""
    for table in schema.tables.values():
        for column in table.columns:
            name = f"{table.name}.{column.name}"
            if table.name != ALEMBICS_OWN and (wrong := objection(name, column)):
                yield f"{name} {wrong}"


def objection(name: str, column: Column) -> str:
    """Say what is wrong with a column, or nothing."""
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    if OF_A_CALLER.search(column.name) and name not in NOT_OF_A_CALLER:
        return "has the name of something of a caller"
    if not isinstance(kind, PLAIN):
        return f"is of no plain type: {kind!r}"
    if isinstance(kind, DateTime) and name not in TIMES:
        return "is a time without a reason"
    roomy = isinstance(kind, JSON) or (isinstance(kind, String) and (kind.length is None or kind.length > SHORT))
    return "is a free text without a reason" if roomy and name not in FREE_TEXTS else ""


def reflected(url: str) -> MetaData:
    """Return the schema as a database tells it."""
    found = MetaData()
    engine = create_engine(url)
    found.reflect(engine, views=True)
    engine.dispose()
    return found
