"""What the tables hold, and what the model expects in them, in the same words."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.persistence.conversations import Conversation as Row
from app.persistence.duties import Duty, ServedMunicipality
from app.persistence.log_entries import LogEntryRow
from app.persistence.pairings import Pairing
from app.persistence.unit_of_work import Session
from tests.model.conversation import Conversation, Entry
from tests.model.installation import START, Installation
from tests.model.passing_time import Model

Picture = dict[str, Any]


def expected(model: Model) -> Picture:
    """Return what has to stand in the tables."""
    return {
        "conversations": {c.id: _expected_row(c, model.now) for c in model.conversations},
        "logs": {c.id: list(enumerate(c.log, 1)) for c in model.conversations},
        "pairings": {f"{c.id} {n}": seq for c in model.conversations for n, seq in enumerate(c.accepts.values(), 1)},
        "duties": {name: (d.state, d.capacity, d.lease, d.serves) for name, d in model.duties.items()},
    }


def differences(found: Picture, expected: Picture) -> list[str]:
    """Say where two pictures differ."""
    return [
        f"{section} of {key}: {found[section].get(key)} instead of {expected[section].get(key)}"
        for section in expected
        for key in sorted({*found[section], *expected[section]})
        if found[section].get(key) != expected[section].get(key)
    ]


def found(session: Session, installation: Installation, now: int) -> Picture:
    """Return what stands in the tables, and hold what must be true of it whatever the model says."""
    # Plain rows: entities would be twice as slow, and this is looked at after every step.
    rows = session.execute(select(Row.__table__)).all()
    desks = [(row.desk_id, row.slot) for row in rows if row.desk_id is not None]
    assert len(desks) == len(set(desks)), "two conversations are on the same place of a desk"
    assert all((row.desk_id is None) == (row.slot is None) for row in rows), "a desk without a place"
    return {
        "conversations": {row.id: _found_row(row, installation, now) for row in rows},
        "logs": _logs(session),
        "pairings": {
            f"{row.conversation_id} {row.epoch}": row.seq for row in session.execute(select(Pairing.__table__))
        },
        "duties": _duties(session, installation),
    }


def _expected_row(conversation: Conversation, now: int) -> Picture:
    c = conversation
    kept = c.reserved_for(now)
    return {
        "state": c.state,
        "holder": c.holder,
        "epoch": len(c.accepts),
        "last": c.last,
        "desk": c.holder if c.state == "active" else kept,
        "kept until": c.kept_until if kept else None,
        "page": c.page,
        "seat": c.seat if c.state != "ended" else None,
        "counsellor is there": c.state == "active" and c.counsellor_is_there,
        "seen": (c.seen["youth"], c.seen["counsellor"]),
        "end": (c.ended_by, c.gone_at),
    }


def _found_row(row: Any, installation: Installation, now: int) -> Picture:
    names = installation.names
    kept_until = _seconds(row.reserved_until)
    # What nobody took in time may still fill a place until somebody looks.
    is_lapsed = kept_until is not None and kept_until <= now
    state = row.state.value
    return {
        "state": state,
        "holder": names.get(row.holder_id or ""),
        "epoch": row.epoch,
        "last": row.last_seq,
        "desk": None if is_lapsed else names.get(row.desk_id or ""),
        "kept until": None if is_lapsed else kept_until,
        "page": row.connection,
        "seat": _seconds(row.seat_until) if state != "ended" else None,
        "counsellor is there": state == "active" and row.holder_is_there,
        "seen": (row.read_by_youth, row.read_by_counsellor),
        "end": (row.ended_by and row.ended_by.value, _seconds(row.erase_at)),
    }


def _logs(session: Session) -> dict[str, list[tuple[int, Entry]]]:
    logs: dict[str, list[tuple[int, Entry]]] = {}
    for row in session.execute(select(LogEntryRow.__table__).order_by(LogEntryRow.seq)):
        logs.setdefault(row.conversation_id, []).append((row.seq, _entry(row)))
    return logs


def _entry(row: Any) -> Entry:
    kind = "paired again" if row.fields.get("rekey") else row.kind.value
    said = row.fields.get("body") or row.fields.get("reason") or row.fields.get("key_id")
    return Entry(kind, row.sender and row.sender.value, row.cid, said)


def _duties(session: Session, installation: Installation) -> Picture:
    served: dict[str, set[str]] = {}
    for row in session.execute(select(ServedMunicipality.__table__)):
        served.setdefault(row.staff_id, set()).add(installation.names[row.municipality_id])
    return {
        installation.names[duty.staff_id]: (
            duty.state.value,
            duty.capacity,
            _seconds(duty.lease_until),
            frozenset(served.get(duty.staff_id, ())),
        )
        for duty in session.execute(select(Duty.__table__))
    }


def _seconds(instant: datetime | None) -> int | None:
    return None if instant is None else round((instant - START).total_seconds())
