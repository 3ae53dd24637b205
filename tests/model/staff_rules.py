"""What counsellors do."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.model.conversation import Conversation
from tests.model.machine import Machine, anyone, cids, times, which
from tests.model.outcome import outcome

HOME, NEIGHBOUR, BOTH = ("hjem",), ("nabo",), ("hjem", "nabo")
capacities = st.sampled_from([None, 1, 2, 2, 3])
keys = st.sampled_from(["key", "key", "key", "other-key"])
receivers = st.sampled_from(["line", "line", "kim", "kim", "jo", "alex", "charlie", "robin", "nobody-of-ours"])


class StaffRules(Machine):
    """Duty, taking the next, and changing hands."""

    @rule(who=st.sampled_from(["alex", "kim", "jo", "charlie"]), capacity=capacities)
    def goes_on_duty(self, who: str, capacity: int | None) -> None:
        self._set_duty(who, "on", capacity, tuple(self.model.counsels[who]))

    @rule(
        index=anyone,
        state=st.sampled_from(["on", "on", "pause", "off", "signed out"]),
        capacity=capacities,
        serves=st.sampled_from([HOME, HOME, NEIGHBOUR, BOTH]),
    )
    def changes_duty(self, index: int, state: str, capacity: int | None, serves: tuple[str, ...]) -> None:
        who = self.counsellor(index)
        if state == "signed out":
            self.compare(lambda: self.real.sign_out(who), lambda: self.model.go(who))
        else:
            self._set_duty(who, state, capacity, serves)

    def _set_duty(self, who: str, state: str, capacity: int | None, serves: tuple[str, ...]) -> None:
        self.compare(
            lambda: self.real.set_duty(who, state, capacity, serves),
            lambda: self.model.set_duty(who, state, capacity, serves),
        )

    @rule(index=anyone, cid=cids, key=keys, again=times)
    def accepts_the_next(self, index: int, cid: str | None, key: str, again: int) -> None:
        who, cid = self.counsellor(index), cid or self.new("cid")
        for _ in range(again):
            self._accept(who, cid, key, None)

    @precondition(lambda self: self.model.joins)
    @rule(index=anyone, cid=cids, named=which)
    def accepts_a_named_one(self, index: int, cid: str | None, named: int) -> None:
        self._accept(self.counsellor(index), cid or self.new("cid"), "key", self.pick(named, "waiting"))

    def _accept(self, who: str, cid: str, key: str, named: Conversation | None) -> None:
        answer = outcome(lambda: self.real.accept(who, cid, key, named and named.id))
        again = outcome(lambda: self.model.accepted_before(who, cid, key))
        if again is not None:
            assert answer == again
            return
        next_ones = outcome(lambda: self.model.who_is_next(who, named))
        if not self.refused_alike(answer, next_ones):
            taken = {c.id: c for c in next_ones}
            assert answer[0] in taken, f"{answer[0]} was not the next"
            assert answer[1] == self.model.pair(taken[answer[0]], who, cid, key)
            self.ears.hear()

    @precondition(lambda self: self.model.joins)
    @rule(index=which, by=anyone, cid=cids, to=receivers, again=times)
    def hands_over(self, index: int, by: int, cid: str | None, to: str, again: int) -> None:
        conversation, cid = self.pick(index, "active"), cid or self.new("cid")
        who = self.holder_of(conversation, by)
        for _ in range(again):
            self._hand_over(who, conversation, cid, to)

    def _hand_over(self, who: str, conversation: Conversation, cid: str, to: str) -> None:
        self.compare(
            lambda: self.real.hand_over(who, conversation.id, cid, to),
            lambda: self.model.hand_over(who, conversation, cid, to),
        )

    @precondition(lambda self: self.model.joins)
    @rule(index=which, by=anyone, cid=cids, key=keys, again=times)
    def asks_for_another_key(self, index: int, by: int, cid: str | None, key: str, again: int) -> None:
        conversation, cid = self.pick(index, "active"), cid or self.new("cid")
        who = self.holder_of(conversation, by)
        for _ in range(again):
            self.compare(
                lambda: self.real.rekey(who, conversation.id, cid, key),
                lambda: self.model.rekey(who, conversation, cid, key),
            )

    @rule(index=anyone, missing=st.integers(0, 1))
    def console_speaks(self, index: int, missing: int) -> None:
        who = self.counsellor(index)
        known = [*self.model.conversations, *self.erased[-1:]]
        after = {c: max(0, c.last - missing) for c in known if c.holder == who or c.number % 3 == 0}
        self.compare(
            lambda: self.real.console_pulse(who, {c.id: seq for c, seq in after.items()}),
            lambda: self.model.console_pulse(who, after),
        )
