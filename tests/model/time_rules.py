"""What time does: it passes with everybody there or with nobody, the server stands still, the clock is set back."""

from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.services import availability
from tests.model.installation import STAFF
from tests.model.machine import Machine

MINUTES = 60
moments = [1, 2, 5, 8, 10]
around_the_limits = [20, 29, 30, 31, 59, 60, 61, 90, 119, 120, 121, 150, 151]
long_times = [14 * MINUTES, 15 * MINUTES, 29 * MINUTES, 30 * MINUTES, 31 * MINUTES, 12 * 60 * MINUTES]
absences = [-60 * MINUTES, -45, -11, -10, -3, 11, 20, 45, 3 * MINUTES, 60 * MINUTES]


class TimeRules(Machine):
    """Between two ticks time passes by at most 10 s; what the ticker did not get done is done later."""

    @rule()
    def ticks(self) -> None:
        before = list(self.model.conversations)
        self.real.tick()
        self.model.tick()
        self.ears.hear()
        self.erased += [c for c in before if c not in self.model.conversations]
        self._what_was_announced_is_so()

    @rule(seconds=st.sampled_from(moments + absences))
    def the_ticker_stands_still(self, seconds: int) -> None:
        self._pass(seconds)

    @rule(
        seconds=st.sampled_from([*around_the_limits, *around_the_limits, *long_times]),
        silent=st.sampled_from([None, None, None, *STAFF, "everyone"]),
        asleep=st.sampled_from([None, 0, 1, 2, 3]),
    )
    def time_passes(self, seconds: int, silent: str | None, asleep: int | None) -> None:
        self._pass_with_a_ticker(seconds)
        if silent != "everyone":
            self._everyone_speaks(silent, asleep)
        if asleep != 0:
            self.ticks()

    def _pass(self, seconds: int) -> None:
        self.real.pass_time(seconds)
        self.model.wall += seconds

    def _pass_with_a_ticker(self, seconds: int) -> None:
        """Let an absence be over first; then the ticker runs all the time, but gets nothing done."""
        if abs(self.model.wall - self.model.ticked) > 10:
            self.ticks()
        self._pass(seconds)
        self.real.tick_in_vain()
        self.model.ticked = self.model.wall

    def _everyone_speaks(self, silent: str | None, asleep: int | None) -> None:
        """Let every console and every page speak but one, and every fourth page."""
        for who in sorted(set(self.model.duties) - {silent}):
            self.compare(partial(self.real.console_pulse, who, {}), partial(self.model.console_pulse, who, {}))
        for c in self.model.conversations:
            if c.page is not None and c.number % 4 != asleep:
                self.compare(
                    partial(self.real.page_pulse, c.municipality, c.id, 0, c.page),
                    partial(self.model.page_pulse, c, 0, c.page),
                )

    def _what_was_announced_is_so(self) -> None:
        with self.real.database.read() as session:
            for name, municipality_id in self.real.slugs.items():
                announced = availability.announced(session, municipality_id).state.value
                assert announced == ("open" if self.model.is_open(name) else "unstaffed")
