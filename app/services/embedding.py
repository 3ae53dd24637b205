"""Embedding: which pages may hold a municipality's chat in a frame."""

from collections.abc import Sequence

from app.domain.embedding import MOST_ORIGINS, is_embedding_origin
from app.persistence import municipalities
from app.persistence.unit_of_work import UnitOfWork


class OriginRefused(ValueError):
    """Something is no exact origin; the message is what."""


class TooManyOrigins(ValueError):
    """More origins than fit into one header."""


def allow(work: UnitOfWork, municipality_id: str, origins: Sequence[str]) -> None:
    """Let exactly these pages embed the chat, and no others. Raises ``OriginRefused`` or ``TooManyOrigins``."""
    for origin in origins:
        if not is_embedding_origin(origin):
            raise OriginRefused(origin)
    if len(set(origins)) > MOST_ORIGINS:
        raise TooManyOrigins
    municipalities.find(work.session, municipality_id).embedding_origins = sorted(set(origins))
