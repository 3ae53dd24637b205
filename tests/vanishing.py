"""A counsellor who is gone for so long that somebody else may go on, without waiting for two minutes."""

from datetime import timedelta

from app.domain.hand_over import VANISHED_AFTER
from app.persistence import duties
from app.persistence.database import Database
from tests.cast import Member


def vanish(database_url: str, member: Member) -> None:
    """Let a duty look as if its console had been silent for long, whatever it sends meanwhile."""
    database = Database(database_url)
    with database.write() as work:
        duty = duties.lock(work.session, member.id)
        assert duty is not None
        duty.lease_until -= VANISHED_AFTER + timedelta(seconds=31)
    database.close()
