"""Duty: what opens the chat, what keeps it open, what closes it."""

from app.domain.availability import AvailabilityState
from app.domain.duty import DutyState
from app.domain.errors import Code
from app.domain.events import AvailabilityChanged, WaitingLineChanged
from app.domain.recipients import Consoles, Counsellor, Pages
from app.services import availability, duties, heartbeats
from tests.refusal import refusal
from tests.services.conftest import Evening


def announced(evening: Evening) -> list[AvailabilityState]:
    changes = [heard for heard in evening.heard if isinstance(heard.event, AvailabilityChanged)]
    home = evening.cast.municipality_id
    assert all(heard.recipients == (Pages(home), Consoles(home)) for heard in changes)
    return [heard.event.availability.state for heard in changes]


def test_the_first_on_duty_opens_and_the_last_to_go_closes(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.kim)
    evening.goes_on_duty(evening.cast.alex, state=DutyState.OFF)
    evening.goes_on_duty(evening.cast.kim, state=DutyState.PAUSE)
    assert announced(evening) == [AvailabilityState.OPEN, AvailabilityState.UNSTAFFED]


def test_every_announcement_has_a_higher_version(evening: Evening) -> None:
    for state in (DutyState.ON, DutyState.OFF, DutyState.ON):
        evening.goes_on_duty(evening.cast.alex, state=state)
    changes = [heard.event for heard in evening.heard if isinstance(heard.event, AvailabilityChanged)]
    assert [change.availability.version for change in changes] == [2, 3, 4]


def test_a_console_that_falls_silent_is_noticed(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.pass_time(seconds=30)
    evening.upkeep_runs()
    assert announced(evening) == [AvailabilityState.OPEN, AvailabilityState.UNSTAFFED]


def test_the_heartbeat_keeps_duty_alive(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    for _ in range(10):
        evening.pass_time(seconds=20)
        with evening.database.write() as work:
            heartbeats.counsellor_pulse(work, evening.cast.alex.id, "no sign-in", {}, evening.now)
        evening.upkeep_runs()
    assert announced(evening) == [AvailabilityState.OPEN]


def duty_of_alex(evening: Evening) -> DutyState:
    with evening.database.read() as session:
        return duties.level(session, evening.cast.alex.id).state


def test_a_duty_outlives_a_restart_but_not_a_laptop_shut_for_the_night(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.pass_time(minutes=2)
    evening.upkeep_runs()
    assert duty_of_alex(evening) is DutyState.ON
    evening.pass_time(minutes=1)
    evening.upkeep_runs()
    assert duty_of_alex(evening) is DutyState.OFF


def test_a_heartbeat_does_not_bring_back_a_duty_that_is_over(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.pass_time(hours=14)
    evening.upkeep_runs()
    with evening.database.write() as work:
        heartbeats.counsellor_pulse(work, evening.cast.alex.id, "no sign-in", {}, evening.now)
    assert announced(evening)[-1] is AvailabilityState.UNSTAFFED


def test_whoever_still_holds_a_conversation_comes_back_to_a_pause(evening: Evening, pair) -> None:
    evening.pass_time(minutes=10)
    evening.upkeep_runs()
    assert duty_of_alex(evening) is DutyState.PAUSE


def test_going_on_duty_shows_the_line_under_a_version_of_its_own(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.goes_on_duty(evening.cast.kim)
    shown = [heard for heard in evening.heard if isinstance(heard.event, WaitingLineChanged)]
    assert [heard.event.line.version for heard in shown] == [1, 2]
    assert [heard.recipients for heard in shown] == [
        (Counsellor(evening.cast.alex.id),),
        (Counsellor(evening.cast.kim.id),),
    ]


def test_a_console_that_wakes_up_is_on_duty_again(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.pass_time(seconds=90)
    evening.upkeep_runs()
    with evening.database.write() as work:
        heartbeats.counsellor_pulse(work, evening.cast.alex.id, "no sign-in", {}, evening.now)
    assert announced(evening)[-1] is AvailabilityState.OPEN


def test_nobody_goes_off_duty_from_a_running_conversation(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    evening.joins()
    evening.accepts(evening.cast.alex)
    assert refusal(evening.goes_on_duty, evening.cast.alex, state=DutyState.OFF) is Code.CONFLICT


def test_setting_duty_tells_which_conversations_are_ones_own(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex, capacity=2)
    evening.goes_on_duty(evening.cast.kim)
    first, second = evening.joins(), evening.joins()
    evening.accepts(evening.cast.alex)
    evening.accepts(evening.cast.kim)
    with evening.database.write() as work:
        mine = duties.set_duty(
            work,
            evening.cast.alex.id,
            state=DutyState.ON,
            capacity=None,
            municipality_ids=[evening.cast.municipality_id],
            now=evening.now,
        )
        assert [conversation.id for conversation in mine] == [first.conversation_id]
    assert second.conversation_id != first.conversation_id


def test_our_duty_leaves_the_neighbours_closed(evening: Evening) -> None:
    evening.goes_on_duty(evening.cast.alex)
    with evening.database.read() as session:
        state = availability.state_of(session, evening.cast.neighbour_id, evening.now)
    assert state is AvailabilityState.UNSTAFFED
