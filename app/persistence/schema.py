"""The whole schema in one place, for Alembic: importing this module knows every table."""

from app.persistence import (
    availabilities,
    conversations,
    duties,
    last_runs,
    log_entries,
    memberships,
    municipalities,
    pairings,
    staff,
    staff_sessions,
    tickets,
    waiting_lines,
)
from app.persistence.table import Table

TABLES = (
    availabilities.AnnouncedAvailability,
    conversations.Conversation,
    duties.Duty,
    duties.ServedMunicipality,
    last_runs.LastRun,
    log_entries.LogEntryRow,
    memberships.Membership,
    municipalities.Municipality,
    pairings.Pairing,
    staff.Staff,
    staff_sessions.StaffSession,
    tickets.Ticket,
    waiting_lines.WaitingLine,
)

metadata = Table.metadata
