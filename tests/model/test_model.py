"""Whatever youths, counsellors, clocks and outages do: the services do what docs/protocol.md says."""

import os

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test

from app.persistence.database import Database
from tests.model.conversation_rules import ConversationRules, municipalities
from tests.model.doors import Doors
from tests.model.installation import STAFF
from tests.model.staff_rules import StaffRules
from tests.model.time_rules import TimeRules

BOUNDED = settings(max_examples=60, stateful_step_count=50, deadline=None, derandomize=True, database=None)
PROFILES = {
    # The same evenings in every run, so that a change is red because of the change; the first bad one is shown whole.
    "default": settings(BOUNDED, phases=[Phase.generate]),
    # The same, and then minutes to find the shortest evening that goes as wrong.
    "short": BOUNDED,
    # Other evenings every time, for whoever changes a rule and has an hour.
    "long": settings(BOUNDED, max_examples=3000, stateful_step_count=100, derandomize=False),
}


class AnyEvening(StaffRules, ConversationRules, TimeRules):
    """Everything that can happen, in any order, once somebody is there, somebody waits and somebody is taken."""

    @initialize(capacity=st.integers(1, 3), others=st.lists(st.sampled_from(list(STAFF)), max_size=4))
    def begins(self, capacity: int, others: list[str]) -> None:
        for who in ["alex", *others]:
            self.goes_on_duty(who, capacity)
            self.joins("hjem", urgent=False)
            self.accepts_the_next(0, None, "key")

    @rule(who=st.sampled_from(["alex", "kim", "jo"]), municipality=municipalities, urgent=st.booleans())
    def someone_is_taken(self, who: str, municipality: str, urgent: bool) -> None:
        self.goes_on_duty(who, 3)
        self.joins(municipality, urgent)
        self._accept(who, None, "key", None)

    @rule(who=st.sampled_from(["alex", "kim"]), to=st.sampled_from(["kim", "jo", "alex"]), room=st.integers(1, 3))
    def someone_is_handed_over(self, who: str, to: str, room: int) -> None:
        self.someone_is_taken(who, "hjem", urgent=False)
        self.goes_on_duty(to, room)
        for conversation in self.model.active_of(who)[-2:]:
            self._hand_over(who, conversation, self.new("cid"), to)


@pytest.mark.timeout(3600)
def test_the_services_do_what_the_protocol_says(database: Database) -> None:
    chosen = PROFILES[os.environ.get("HYPOTHESIS_PROFILE", "default")]
    installation = Doors(database)
    run_state_machine_as_test(lambda: AnyEvening(installation), settings=chosen)
