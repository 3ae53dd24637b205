"""One transaction and what is to be announced once it has committed."""

from sqlalchemy.orm import Session as Session  # the services' only word of SQLAlchemy

from app.domain.events import Announcement, Event
from app.domain.recipients import Recipient


class UnitOfWork:
    """Handed to every service that writes. It can be rolled back whole, announcements included."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.announcements: list[Announcement] = []
        self.erased = False

    def announce(self, event: Event, *recipients: Recipient) -> None:
        """Keep an event until the commit; without one, nobody ever hears of it."""
        self.announcements.append(Announcement(event, recipients))
