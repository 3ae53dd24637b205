"""What a console asks about its counsellor's duty: going on it, taking the next, the sign of life."""

from collections.abc import Iterable

from app import clock
from app.domain.duty import LEASE, DutyState
from app.persistence import municipalities
from app.persistence.conversations import Conversation
from app.persistence.database import Database
from app.persistence.unit_of_work import Session
from app.realtime import wire
from app.realtime.console_socket import ConsoleSocket
from app.realtime.counsellor_requests import Accept, CounsellorHeartbeat, HandOver, SetDuty
from app.realtime.strict_namespace import Answer
from app.services import availability, duties, handing_over, heartbeats, pairing, peers, sign_in

LEASE_MS = int(LEASE.total_seconds() * 1000)


class DutyEvents:
    """Part of the namespace ``/counsellor``."""

    database: Database

    def on_set_duty(self, caller: ConsoleSocket, request: SetDuty) -> Answer:
        with self.database.write() as work:
            held = duties.set_duty(
                work,
                caller.staff_id,
                state=DutyState(request.state),
                capacity=request.capacity,
                municipality_ids=_wanted(work.session, caller, request),
                now=clock.now(),
            )
            served = duties.level(work.session, caller.staff_id).municipality_ids
            return {
                "lease_ms": LEASE_MS,
                "municipalities": _slugs(work.session, served),
                "conversations": [_summary(work.session, conversation) for conversation in held],
            }

    def on_accept(self, caller: ConsoleSocket, request: Accept) -> Answer:
        with self.database.write() as work:
            accepted = pairing.accept(
                work,
                caller.staff_id,
                cid=request.cid,
                key_id=request.key_id,
                public_key=request.public_key,
                named=request.conversation,
                now=clock.now(),
            )
        return {"conversation": accepted.conversation_id, "seq": accepted.seq}

    def on_hand_over(self, caller: ConsoleSocket, request: HandOver) -> Answer:
        with self.database.write() as work:
            seq = handing_over.hand_over(
                work, caller.staff_id, request.conversation, cid=request.cid, to=request.to, now=clock.now()
            )
        return {"seq": seq}

    def on_heartbeat(self, caller: ConsoleSocket, request: CounsellorHeartbeat) -> Answer:
        with self.database.write() as work:
            pulse = heartbeats.counsellor_pulse(
                work, caller.staff_id, caller.staff_session_id, request.after, clock.now()
            )
            version = availability.announced(work.session, caller.municipality_id).version
        return {"last": pulse.last, "availability_v": version, "duty": pulse.duty.value}


def _wanted(session: Session, caller: ConsoleSocket, request: SetDuty) -> set[str]:
    """Return the ids of the municipalities to serve: those named, else those served, else the console's own."""
    if request.municipalities is None:
        return set(duties.level(session, caller.staff_id).municipality_ids) or {caller.municipality_id}
    return {sign_in.municipality_served(session, caller.staff_id, slug) for slug in request.municipalities}


def _slugs(session: Session, municipality_ids: Iterable[str]) -> list[str]:
    return sorted(municipalities.find(session, municipality_id).slug for municipality_id in municipality_ids)


def _summary(session: Session, conversation: Conversation) -> Answer:
    return {
        "conversation": conversation.id,
        "municipality": municipalities.find(session, conversation.municipality_id).slug,
        "state": conversation.state.value,
        "last": conversation.last_seq,
        "language": conversation.language,
        **wire.peer(peers.of_youth(conversation)),
    }
