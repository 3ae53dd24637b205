"""Municipalities: how the operator lets one in."""

from app.domain.availability import AvailabilityState
from app.domain.identifiers import new_id
from app.domain.municipality import Stage, slug_is_usable
from app.persistence import municipalities
from app.persistence.availabilities import AnnouncedAvailability
from app.persistence.municipalities import Municipality
from app.persistence.unit_of_work import UnitOfWork
from app.persistence.waiting_lines import WaitingLine

TIME_ZONE = "Europe/Copenhagen"


class SlugRefused(ValueError):
    """The slug is taken, is no plain address, or is one of the installation's own doors."""


def add(work: UnitOfWork, slug: str, name: str, *, chat_name: str, stage: Stage) -> Municipality:
    """Create a municipality with an empty line and nobody on duty. Raises ``SlugRefused``."""
    if not slug_is_usable(slug) or municipalities.find_by_slug(work.session, slug):
        raise SlugRefused(slug)
    municipality = Municipality(
        id=new_id(),
        slug=slug,
        name=name,
        chat_name=chat_name,
        embedding_origins=[],
        time_zone=TIME_ZONE,
        stage=stage,
    )
    work.session.add(municipality)
    work.session.flush()
    open_line(work, municipality.id)
    return municipality


def open_line(work: UnitOfWork, municipality_id: str) -> None:
    """Give a municipality its empty line, with nobody on duty."""
    unstaffed = AvailabilityState.UNSTAFFED
    work.session.add(AnnouncedAvailability(municipality_id=municipality_id, version=1, state=unstaffed))
    work.session.add(WaitingLine(municipality_id=municipality_id, version=0))
