"""The municipality that an address names."""

from flask import abort

from app.domain.municipality import slug_is_usable
from app.persistence import municipalities
from app.persistence.municipalities import Municipality
from app.persistence.unit_of_work import Session


def known(session: Session, slug: str) -> Municipality:
    """Return the municipality with this slug, or answer 404."""
    if not slug_is_usable(slug):
        abort(404)  # not every database can even be asked: PostgreSQL knows no NUL
    return municipalities.find_by_slug(session, slug) or abort(404)
