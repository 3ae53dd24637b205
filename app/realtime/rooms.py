"""Where a recipient is found: a namespace and one of Socket.IO's rooms. Each socket enters only rooms of its own."""

from functools import singledispatch

from app.domain.recipients import Consoles, Counsellor, Pages, Recipient, SignIn, Youth

YOUTH = "/youth"
COUNSELLOR = "/counsellor"


@singledispatch
def place_of(recipient: Recipient) -> tuple[str, str]:
    """Return (namespace, room)."""
    raise TypeError(type(recipient).__name__)


@place_of.register
def _(recipient: Youth) -> tuple[str, str]:
    return YOUTH, f"conversation:{recipient.conversation_id}"


@place_of.register
def _(recipient: Pages) -> tuple[str, str]:
    return YOUTH, f"municipality:{recipient.municipality_id}"


@place_of.register
def _(recipient: Counsellor) -> tuple[str, str]:
    return COUNSELLOR, f"staff:{recipient.staff_id}"


@place_of.register
def _(recipient: Consoles) -> tuple[str, str]:
    return COUNSELLOR, f"municipality:{recipient.municipality_id}"


@place_of.register
def _(recipient: SignIn) -> tuple[str, str]:
    return COUNSELLOR, f"sign_in:{recipient.staff_session_id}"
