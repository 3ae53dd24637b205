"""Create the municipalities, their staff, and the chat between them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
ID = sa.String(22)
HASH = sa.String(64)
WORD = sa.String(20)

TABLES = (
    "municipalities",
    "staff",
    "memberships",
    "staff_sessions",
    "tickets",
    "duties",
    "waiting_lines",
    "availabilities",
    "conversations",
    "log_entries",
)


def upgrade() -> None:
    create_municipalities_and_staff()
    create_sign_ins()
    create_duty_and_levels()
    create_conversations()
    create_log_entries()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def create_municipalities_and_staff() -> None:
    op.create_table(
        "municipalities",
        sa.Column("id", ID, primary_key=True),
        sa.Column("slug", sa.String(40), nullable=False, unique=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("chat_name", sa.String(80), nullable=False),
        sa.Column("embedding_origins", sa.JSON, nullable=False),
        sa.Column("time_zone", sa.String(40), nullable=False),
        sa.Column("stage", WORD, nullable=False),
    )
    op.create_table(
        "staff",
        sa.Column("id", ID, primary_key=True),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        sa.Column("password_hash", sa.String(200), nullable=False),
    )
    op.create_table(
        "memberships",
        sa.Column("staff_id", ID, sa.ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("municipality_id", ID, sa.ForeignKey("municipalities.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", WORD, nullable=False),
    )


def create_sign_ins() -> None:
    op.create_table(
        "staff_sessions",
        sa.Column("id", HASH, primary_key=True),
        sa.Column("staff_id", ID, sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
    )
    sign_in = sa.ForeignKey("staff_sessions.id", ondelete="CASCADE")
    op.create_table(
        "tickets",
        sa.Column("id", HASH, primary_key=True),
        sa.Column("staff_session_id", HASH, sign_in, nullable=False, index=True),
        sa.Column("expires_at", INSTANT, nullable=False),
    )


def create_duty_and_levels() -> None:
    municipality = "municipalities.id"
    op.create_table(
        "duties",
        sa.Column("staff_id", ID, sa.ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("municipality_id", ID, sa.ForeignKey(municipality, ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("state", WORD, nullable=False),
        sa.Column("capacity", sa.Integer, nullable=False),
        sa.Column("lease_until", INSTANT, nullable=False),
        sa.CheckConstraint("capacity BETWEEN 1 AND 3", name=op.f("ck_duties_capacity")),
    )
    op.create_table(
        "waiting_lines",
        sa.Column("municipality_id", ID, sa.ForeignKey(municipality, ondelete="CASCADE"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "availabilities",
        sa.Column("municipality_id", ID, sa.ForeignKey(municipality, ondelete="CASCADE"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", WORD, nullable=False),
    )


def create_conversations() -> None:
    municipality = sa.ForeignKey("municipalities.id", ondelete="CASCADE")
    op.create_table(
        "conversations",
        sa.Column("id", ID, primary_key=True),
        sa.Column("municipality_id", ID, municipality, nullable=False),
        sa.Column("resume_hash", HASH, nullable=False, unique=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("urgent", sa.Boolean, nullable=False),
        sa.Column("joined_at", INSTANT, nullable=False),
        sa.Column("seat_until", INSTANT, nullable=False),
        sa.Column("connection", ID, nullable=True),
        sa.Column("holder_id", ID, sa.ForeignKey("staff.id"), nullable=True, index=True),
        sa.Column("accept_cid", ID, nullable=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("ended_by", WORD, nullable=True),
        sa.Column("erase_at", INSTANT, nullable=True, index=True),
        sa.UniqueConstraint("holder_id", "accept_cid"),
    )
    op.create_index("ix_conversations_municipality_id_state", "conversations", ["municipality_id", "state"])


def create_log_entries() -> None:
    op.create_table(
        "log_entries",
        sa.Column("conversation_id", ID, sa.ForeignKey("conversations.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("sender", WORD, nullable=True),
        sa.Column("cid", ID, nullable=True),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.UniqueConstraint("conversation_id", "sender", "cid"),
    )
