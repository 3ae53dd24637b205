"""Alembic's entry: one connection, one transaction, the schema of ``app.persistence``."""

from alembic import context
from sqlalchemy import create_engine

from app.persistence.schema import metadata


def migrate() -> None:
    """Run the wanted migrations on the database that the caller named or handed over."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        _run(connection)
        return
    engine = create_engine(context.config.attributes["database_url"], hide_parameters=True)
    with engine.connect() as own_connection:
        _run(own_connection)
    engine.dispose()


def _run(connection) -> None:  # noqa: ANN001
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


migrate()
