"""Measures, under eventlet, how long the loop stands still while PostgreSQL takes its time. Prints seconds."""

import sys
import time

import eventlet

eventlet.monkey_patch()

from sqlalchemy import text  # noqa: E402

from app.persistence.database import Database  # noqa: E402

stalls = []


def tick() -> None:
    while True:
        before = time.monotonic()
        eventlet.sleep(0.01)
        stalls.append(time.monotonic() - before)


ticker = eventlet.spawn(tick)
database = Database(sys.argv[1])
with database.read() as session:
    session.execute(text("SELECT pg_sleep(1)"))
sys.stdout.write(str(max(stalls)))
