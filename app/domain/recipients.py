"""To whom something is announced: always explicit, never "everybody"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Youth:
    """The youth of one conversation, on however many open pages."""

    conversation_id: str


@dataclass(frozen=True, slots=True)
class Counsellor:
    """One counsellor's console."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Every open youth page of one municipality."""

    municipality_id: str


@dataclass(frozen=True, slots=True)
class Consoles:
    """Every open console of one municipality."""

    municipality_id: str


@dataclass(frozen=True, slots=True)
class SignIn:
    """The consoles opened under one sign-in."""

    staff_session_id: str


@dataclass(frozen=True, slots=True)
class Everyone:
    """Everyone whom the line of one municipality concerns: those who wait in it and those who serve it."""

    municipality_id: str


Recipient = Youth | Counsellor | Pages | Consoles | SignIn | Everyone
