"""Short stories that chance alone would seldom tell: each leads to where something can go wrong."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from tests.model.conversation_rules import ConversationRules, municipalities
from tests.model.installation import STAFF
from tests.model.staff_rules import StaffRules
from tests.model.time_rules import TimeRules

colleagues = st.sampled_from(["alex", "kim", "jo"])


class Stories(StaffRules, ConversationRules, TimeRules):
    """Everything that can happen, in any order, once somebody is there, somebody waits and somebody is taken."""

    @initialize(capacity=st.integers(1, 3), others=st.lists(st.sampled_from(list(STAFF)), max_size=4))
    def begins(self, capacity: int, others: list[str]) -> None:
        for who in ["alex", *others]:
            self.goes_on_duty(who, capacity)
            self.joins("hjem", urgent=False)
            self.accepts_the_next(0, None, "key", 1)

    @rule(who=colleagues, municipality=municipalities, urgent=st.booleans())
    def someone_is_taken(self, who: str, municipality: str, urgent: bool) -> None:
        self.goes_on_duty(who, 3)
        self.joins(municipality, urgent)
        self._accept(who, self.new("cid"), "key", None)

    @rule(who=colleagues, to=colleagues, room=st.integers(1, 3))
    def someone_is_handed_over(self, who: str, to: str, room: int) -> None:
        self.someone_is_taken(who, "hjem", urgent=False)
        self.goes_on_duty(to, room)
        for conversation in self.model.active_of(who)[-2:]:
            self._hand_over(who, conversation, self.new("cid"), to)

    @rule(who=colleagues, other=colleagues, seconds=st.sampled_from([31, 119, 120, 121, 151]))
    def a_console_is_lost(self, who: str, other: str, seconds: int) -> None:
        self.someone_is_taken(who, "hjem", urgent=False)
        self.time_passes(seconds, silent=who, asleep=None)
        self.goes_on_duty(other, 3)
        self._accept(other, self.new("cid"), "key", None)

    @rule(first=municipalities, urgent=st.booleans(), seconds=st.integers(1, 5))
    def a_night_is_shared(self, first: str, urgent: bool, seconds: int) -> None:
        self.goes_on_duty("jo", 3)
        self.joins(first, urgent)
        self.the_ticker_stands_still(seconds)
        self.joins("nabo" if first == "hjem" else "hjem", urgent)
        self._accept("jo", self.new("cid"), "key", None)
