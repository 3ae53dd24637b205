"""The demonstration: two municipalities and a cast, the same after every run."""

from app.domain.municipality import Stage
from app.domain.staff import Role
from app.persistence import municipalities
from app.persistence import staff as accounts
from app.persistence.unit_of_work import UnitOfWork
from app.services import embedding
from app.services import municipalities as municipality_service
from app.services import staff as staff_service

MUNICIPALITIES = (
    ("demo", "Demo Kommune", "Ungdomsskolens chat"),
    ("nabo", "Nabo Kommune", "Nabos ungechat"),
)
NO_PORT_AFTER = {79, 65535}  # what comes next is left out of addresses, or does not exist
CAST = (
    ("alex@demo.example", "demo", Role.COUNSELLOR),
    ("kim@demo.example", "demo", Role.COUNSELLOR),
    ("robin@demo.example", "demo", Role.ADMIN),
    ("charlie@nabo.example", "nabo", Role.COUNSELLOR),
)


def school_origin(port: int) -> str:
    """Return where the demonstration serves somebody else's page: beside the installation's own port."""
    beside = port - 1 if port in NO_PORT_AFTER else port + 1
    return f"http://127.0.0.1:{beside}"


def prepare(work: UnitOfWork, password_hash: str, *, school: str) -> None:
    """Create what is missing, give the whole cast this password, and let the school's page embed the first chat."""
    for slug, name, chat_name in MUNICIPALITIES:
        if municipalities.find_by_slug(work.session, slug) is None:
            municipality_service.add(work, slug, name, chat_name=chat_name, stage=Stage.OPEN)
    for email, slug, role in CAST:
        _prepare_member(work, email, slug, role, password_hash)
    first = municipalities.find_by_slug(work.session, MUNICIPALITIES[0][0])
    assert first is not None
    embedding.allow(work, first.id, [school])


def _prepare_member(work: UnitOfWork, email: str, slug: str, role: Role, password_hash: str) -> None:
    account = accounts.find_by_email(work.session, email)
    if account is not None:
        account.password_hash = password_hash
        return
    municipality = municipalities.find_by_slug(work.session, slug)
    assert municipality is not None
    staff_service.add(work, email, password_hash, municipality_id=municipality.id, role=role)
