"""The machine that asks model and installation the same, and holds the one against the other after every step."""

from collections.abc import Callable
from itertools import count
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from tests.model import picture
from tests.model.conversation import Conversation
from tests.model.doors import Doors
from tests.model.ears import Ears
from tests.model.installation import STAFF
from tests.model.outcome import is_refusal, outcome
from tests.model.passing_time import Model

# None is a new one. The few others come again and again, under the same content or another.
cids = st.sampled_from([None, None, None, "again-1", "again-2"])
# A request may be sent again at once, because its answer was lost.
times = st.sampled_from([1, 1, 2])
# Indices into what there is at the moment: see ``pick``, ``counsellor`` and ``someone_of``.
which = st.integers(0, 6)
anyone = st.integers(0, 9)


class Machine(RuleBasedStateMachine):
    """One evening of an installation beside the model's."""

    def __init__(self, installation: Doors) -> None:
        super().__init__()
        self.real = installation
        self.real.begin_evening()
        self.model = Model({name: frozenset(served) for name, served in STAFF.items()})
        self.ears = Ears(self.real, self.model)
        self.erased: list[Conversation] = []
        self._numbers = count(1)

    def new(self, noun: str) -> str:
        """Return a name that was not used before."""
        return f"{noun}-{next(self._numbers)}"

    def pick(self, index: int, preferred: str = "") -> Conversation:
        """Return one of the newest conversations, rather of a preferred state; now and then one that is erased."""
        alive = self.model.conversations[-6:]
        if self.erased and (index == 6 or not alive):
            return self.erased[-1]
        wanted = [c for c in alive if c.state == preferred] if index < 5 else []
        choice = wanted or alive
        return choice[-1 - index % len(choice)]

    def counsellor(self, index: int) -> str:
        """Return a counsellor, more often one on duty than another."""
        return [*self.model.duties, *self.model.duties, *STAFF][index % (2 * len(self.model.duties) + len(STAFF))]

    def holder_of(self, conversation: Conversation, index: int) -> str:
        """Return whoever holds a conversation; now and then anyone else."""
        return self.counsellor(index) if index > 6 else conversation.holder or "alex"

    def someone_of(self, conversation: Conversation, index: int) -> str:
        """Return the youth of a conversation, or a counsellor."""
        return "youth" if index % 2 == 0 else self.holder_of(conversation, index)

    def compare(self, real: Callable[[], Any], model: Callable[[], Any]) -> Any:
        """Ask both the same; their answers, or their refusals, have to be the same."""
        before = list(self.model.conversations)
        answer, expected = outcome(real), outcome(model)
        self.erased += [c for c in before if c not in self.model.conversations]
        self.ears.hear()
        assert answer == expected, f"the answer is {answer}, and docs/protocol.md says {expected}"
        return answer

    def refused_alike(self, answer: Any, expected: Any) -> bool:
        """Say whether both were refused, and insist that they were for the same reason."""
        if is_refusal(answer) or is_refusal(expected):
            assert answer == expected, f"the answer is {answer}, and docs/protocol.md says {expected}"
        return is_refusal(expected)

    @invariant()
    def the_tables_hold_what_the_page_says(self) -> None:
        """Every row is expected, and every expected row is there; what was erased left none."""
        with self.real.database.read() as session:
            found = picture.found(session, self.real, self.model.now)
            wrong = picture.differences(found, picture.expected(self.model))
            assert not wrong, "\n".join(wrong)
            self.ears.look(session)
