"""Reservations: what a counsellor handed to a colleague, who has 60 s to take it before anyone may."""

from collections.abc import Collection
from datetime import datetime

from app.domain import hand_over as rules
from app.domain.errors import Code, Refused
from app.domain.staff import Role
from app.persistence import conversations, duties, memberships, waiting_lines
from app.persistence.conversations import Conversation
from app.persistence.unit_of_work import Session, UnitOfWork
from app.services import desks, participation, waiting_line


def room_with(session: Session, colleague: str, staff_id: str, municipality_id: str, now: datetime) -> int:
    """Return a free place at the desk of a colleague whose duty is held.

    Raises ``E_FORBIDDEN`` (does not counsel there), ``E_CONFLICT`` (oneself, or not on live duty), ``E_CAPACITY``.
    """
    membership = memberships.find(session, colleague, municipality_id)
    if membership is None or membership.role is not Role.COUNSELLOR:
        raise Refused(Code.FORBIDDEN)
    duty = duties.find(session, colleague)
    serves = municipality_id in duties.municipalities_of(session, colleague)
    if colleague == staff_id or duty is None or not duty.is_live(now) or not serves:
        raise Refused(Code.CONFLICT)
    desks.clear_lapsed(session, colleague, now)
    return desks.free_slot(session, duty)


def reserve(conversation: Conversation, colleague: str, slot: int, now: datetime) -> None:
    """Keep a held conversation, which waits, for a colleague."""
    desks.fill(conversation, colleague, slot)
    conversation.reserved_until = rules.reserved_from(now)


def lapsed(session: Session, now: datetime) -> list[str]:
    """Return the conversations that a colleague did not take in time."""
    return [row.id for row in conversations.with_lapsed_reservation(session, now)]


def release_lapsed(work: UnitOfWork, conversation_id: str, now: datetime) -> None:
    """Let everyone take what a colleague did not take in time."""
    waiting_lines.begin_change(work.session, participation.municipality_of(work.session, conversation_id))
    conversation = conversations.lock(work.session, conversation_id)
    if conversation is not None and not rules.is_reserved(conversation.reserved_until, now):
        _release(work, conversation)


def release_all(work: UnitOfWork, staff_id: str, *, but_in: Collection[str] = ()) -> None:
    """Let everyone take what is kept for a counsellor who takes no one any more, except in the municipalities that
    they go on serving; duty and lines are held."""
    for row in conversations.at_desk(work.session, staff_id):
        conversation = conversations.lock(work.session, row.id)
        if conversation is not None and conversation.municipality_id not in but_in:
            _release(work, conversation)


def _release(work: UnitOfWork, conversation: Conversation) -> None:
    if conversation.reserved_until is not None:
        desks.clear(conversation)
        waiting_line.moved(work, conversation.municipality_id)
