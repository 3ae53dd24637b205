"""Let a conversation change hands: reservations, several municipalities a duty, one console, the ticker's last run."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
ID = sa.String(22)

NEW_COLUMNS = (
    "holder_is_there",
    "desk_id",
    "slot",
    "reserved_until",
    "read_by_youth",
    "read_by_counsellor",
    "peer_version",
)

# Numbers the running conversations of each holder: those are the places at their desk.
FILL_DESKS = """
    UPDATE conversations SET desk_id = holder_id, holder_is_there = :yes, slot = (
        SELECT count(*) FROM conversations AS other
        WHERE other.holder_id = conversations.holder_id AND other.state = 'active' AND other.id <= conversations.id
    ) WHERE state = 'active'
"""
REMEMBER_PAIRINGS = """
    INSERT INTO pairings (conversation_id, epoch, staff_id, cid, seq)
    SELECT id, epoch, holder_id, accept_cid, (
        SELECT max(seq) FROM log_entries WHERE conversation_id = conversations.id AND kind = 'paired'
    ) FROM conversations WHERE accept_cid IS NOT NULL
"""
RECALL_PAIRINGS = """
    UPDATE conversations SET accept_cid = (
        SELECT cid FROM pairings WHERE conversation_id = conversations.id AND epoch = conversations.epoch
    ) WHERE holder_id IS NOT NULL
"""


def upgrade() -> None:
    op.add_column("staff", sa.Column("console", ID, nullable=True))
    op.create_table(
        "last_runs",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("ended_at", INSTANT, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_last_runs_only")),
    )
    let_a_duty_serve_several()
    let_a_conversation_change_hands()


def downgrade() -> None:
    keep_one_hand()
    let_a_duty_serve_one()
    op.drop_table("last_runs")
    with op.batch_alter_table("staff") as staff:
        staff.drop_column("console")


def capacity_check() -> sa.CheckConstraint:
    """SQLite makes a changed table anew and does not tell Alembic of its checks."""
    return sa.CheckConstraint("capacity BETWEEN 1 AND 3", name=op.f("ck_duties_capacity"))


def let_a_duty_serve_several() -> None:
    served = op.get_bind().execute(sa.text("SELECT staff_id, municipality_id FROM duties")).mappings().all()
    with op.batch_alter_table("duties", table_args=(capacity_check(),)) as duties:
        duties.drop_index("ix_duties_municipality_id")
        duties.drop_column("municipality_id")
    table = op.create_table(
        "served_municipalities",
        sa.Column("staff_id", ID, sa.ForeignKey("duties.staff_id", ondelete="CASCADE"), primary_key=True),
        sa.Column(
            "municipality_id",
            ID,
            sa.ForeignKey("municipalities.id", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
    )
    op.bulk_insert(table, [dict(row) for row in served])


def let_a_duty_serve_one() -> None:
    """Keep one municipality of each duty: the older code knows no more."""
    one = "SELECT staff_id, min(municipality_id) AS municipality_id FROM served_municipalities GROUP BY staff_id"
    served = op.get_bind().execute(sa.text(one)).mappings().all()
    op.drop_table("served_municipalities")
    op.add_column("duties", sa.Column("municipality_id", ID, nullable=True))
    fill = sa.text("UPDATE duties SET municipality_id = :municipality_id WHERE staff_id = :staff_id")
    for row in served:
        op.get_bind().execute(fill, dict(row))
    with op.batch_alter_table("duties", table_args=(capacity_check(),)) as duties:
        duties.alter_column("municipality_id", existing_type=ID, nullable=False)
        duties.create_foreign_key(
            op.f("fk_duties_municipality_id_municipalities"),
            "municipalities",
            ["municipality_id"],
            ["id"],
            ondelete="CASCADE",
        )
        duties.create_index("ix_duties_municipality_id", ["municipality_id"])


def let_a_conversation_change_hands() -> None:
    with op.batch_alter_table("conversations") as conversations:
        conversations.add_column(sa.Column("holder_is_there", sa.Boolean, nullable=False, server_default=sa.false()))
        conversations.add_column(sa.Column("desk_id", ID, nullable=True))
        conversations.add_column(sa.Column("slot", sa.Integer, nullable=True))
        conversations.add_column(sa.Column("reserved_until", INSTANT, nullable=True))
        for name in ("read_by_youth", "read_by_counsellor", "peer_version"):
            conversations.add_column(sa.Column(name, sa.Integer, nullable=False, server_default="0"))
        conversations.create_foreign_key(op.f("fk_conversations_desk_id_staff"), "staff", ["desk_id"], ["id"])
        conversations.create_unique_constraint(op.f("uq_conversations_desk_id_slot"), ["desk_id", "slot"])
        conversations.create_check_constraint(op.f("ck_conversations_slot"), "slot BETWEEN 1 AND 3")
    op.create_table(
        "pairings",
        sa.Column("conversation_id", ID, sa.ForeignKey("conversations.id"), primary_key=True),
        sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("staff_id", ID, sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("cid", ID, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.UniqueConstraint("staff_id", "cid"),
    )
    op.get_bind().execute(sa.text(FILL_DESKS), {"yes": True})
    op.execute(REMEMBER_PAIRINGS)
    with op.batch_alter_table("conversations") as conversations:
        conversations.drop_constraint(op.f("uq_conversations_holder_id_accept_cid"), type_="unique")
        conversations.drop_column("accept_cid")


def keep_one_hand() -> None:
    op.add_column("conversations", sa.Column("accept_cid", ID, nullable=True))
    op.execute(RECALL_PAIRINGS)
    op.drop_table("pairings")
    with op.batch_alter_table("conversations") as conversations:
        conversations.create_unique_constraint(
            op.f("uq_conversations_holder_id_accept_cid"), ["holder_id", "accept_cid"]
        )
        conversations.drop_constraint(op.f("ck_conversations_slot"), type_="check")
        conversations.drop_constraint(op.f("uq_conversations_desk_id_slot"), type_="unique")
        conversations.drop_constraint(op.f("fk_conversations_desk_id_staff"), type_="foreignkey")
        for name in NEW_COLUMNS:
            conversations.drop_column(name)
