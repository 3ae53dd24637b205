"""What pages and consoles ask of the installation, with answers in the model's words."""

from collections.abc import Collection, Mapping

from app.domain.conversation import EndReason
from app.domain.duty import DutyState
from app.services import (
    conversations,
    duties,
    ending,
    erasure,
    handing_over,
    heartbeats,
    messages,
    pairing,
    reading,
    rekeying,
    seats,
    sign_in,
    sync,
)
from tests.model.installation import Installation

PUBLIC_KEY = "B" * 87


class Doors(Installation):
    """``who`` is ``youth`` or the name of a counsellor; conversations go by their id."""

    def join(self, municipality: str, *, resume: str, cid: str, urgent: bool, page: str) -> tuple[str, int, int | None]:
        with self.database.write() as work:
            joined = conversations.join(
                work,
                self.slugs[municipality],
                cid=cid,
                resume=resume,
                connection=page,
                urgent=urgent,
                language="da",
                now=self.now,
            )
        return joined.conversation_id, joined.seq, joined.position.ahead if joined.position else None

    def page_comes(self, municipality: str, resume: str, page: str) -> str:
        with self.database.read() as session:
            conversation_id = conversations.find_to_resume(session, self.slugs[municipality], resume).id
        with self.database.write() as work:
            seats.take(work, self.slugs[municipality], conversation_id, page, self.now)
        return conversation_id

    def page_goes(self, municipality: str, conversation_id: str, page: str) -> None:
        with self.database.write() as work:
            seats.leave(work, self.slugs[municipality], conversation_id, page, self.now)

    def page_pulse(self, municipality: str, conversation_id: str, after: int, page: str) -> int:
        youth, now = self.participant("youth", conversation_id), self.now
        with self.database.read() as session:
            pulse = heartbeats.youth_pulse(session, youth, after, now)
        if pulse.confirms_end:
            with self.database.write() as work:
                erasure.confirm(work, youth, after)
        elif pulse.seat_is_due:
            with self.database.write() as work:
                heartbeats.renew_seat(work, self.slugs[municipality], youth, page, now)
        return pulse.last

    def console_pulse(self, name: str, after: Mapping[str, int]) -> tuple[dict[str, int], str]:
        with self.database.write() as work:
            pulse = heartbeats.counsellor_pulse(work, self.staff[name], "no sign-in", after, self.now)
        return pulse.last, pulse.duty.value

    def set_duty(self, name: str, state: str, capacity: int | None, serves: Collection[str]) -> list[str]:
        with self.database.write() as work:
            served = {sign_in.municipality_served(work.session, self.staff[name], slug) for slug in serves}
            held = duties.set_duty(
                work,
                self.staff[name],
                state=DutyState(state),
                capacity=capacity,
                municipality_ids=served,
                now=self.now,
            )
            return sorted(conversation.id for conversation in held)

    def accept(self, name: str, cid: str, key: str, named: str | None) -> tuple[str, int]:
        with self.database.write() as work:
            accepted = pairing.accept(
                work, self.staff[name], cid=cid, key_id=key, public_key=PUBLIC_KEY, named=named, now=self.now
            )
        return accepted.conversation_id, accepted.seq

    def hand_over(self, name: str, conversation_id: str, cid: str, to: str) -> int:
        with self.database.write() as work:
            receiver = self.staff.get(to, to)
            return handing_over.hand_over(work, self.staff[name], conversation_id, cid=cid, to=receiver, now=self.now)

    def rekey(self, name: str, conversation_id: str, cid: str, key: str) -> int:
        with self.database.write() as work:
            who = self.participant(name, conversation_id)
            return rekeying.rekey(work, who, cid=cid, key_id=key, public_key=PUBLIC_KEY).seq

    def post(self, who: str, conversation_id: str, cid: str, body: str) -> tuple[int, bool]:
        with self.database.write() as work:
            written = messages.post(work, self.participant(who, conversation_id), cid=cid, body=body)
        return written.seq, written.dup

    def read(self, who: str, conversation_id: str, seq: int) -> None:
        with self.database.write() as work:
            reading.read_up_to(work, self.participant(who, conversation_id), seq)

    def sync(self, who: str, conversation_id: str, after: int) -> tuple[list[int], int, str, int]:
        asking = self.participant(who, conversation_id)
        with self.database.read() as session:
            synced = sync.read_after(session, asking, after=after, limit=200)
        if synced.confirms_end:
            with self.database.write() as work:
                erasure.confirm(work, asking, after)
        return [entry.seq for entry in synced.entries], synced.last, synced.state.value, synced.read

    def end(self, who: str, conversation_id: str, cid: str, reason: str) -> int:
        with self.database.write() as work:
            asking = self.participant(who, conversation_id)
            return ending.end(work, asking, cid=cid, reason=EndReason(reason), now=self.now)
