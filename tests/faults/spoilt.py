"""Ways of spoiling an evening, each with the rules of the checker that it breaks."""

from collections.abc import Callable
from dataclasses import replace

from tests.faults.history import Crowd, History
from tests.faults.invented import NOOR, SAM, accepted, message, paired

Spoil = Callable[[History], None]
SPOILT: dict[str, list[Spoil]] = {}


def breaks(*rules: str) -> Callable[[Spoil], Spoil]:
    """Register a way of spoiling an evening, with the rules it breaks."""

    def register(spoil: Spoil) -> Spoil:
        for rule in rules:
            SPOILT.setdefault(rule, []).append(spoil)
        return spoil

    return register


@breaks("acked_stands_once", "views_are_beginnings")
def an_acked_message_is_missing(history: History) -> None:
    history.logs[NOOR].pop()


@breaks("acked_stands_once", "nothing_invented", "views_are_beginnings")
def an_acked_message_has_another_content(history: History) -> None:
    history.logs[NOOR][4] = message(5, "youth", "n2", "something else")


@breaks("acked_stands_once")
def an_ack_named_another_number(history: History) -> None:
    history.writes[0].seq = 4


@breaks("acked_stands_once")
def a_whole_conversation_is_missing(history: History) -> None:
    del history.logs[NOOR]
    history.views = [view for view in history.views if view.conversation != NOOR]


@breaks("no_cid_twice")
def a_repeated_message_stands_twice(history: History) -> None:
    history.logs[NOOR].append(message(9, "counsellor", "k1", "I am Kim"))


@breaks("no_gap")
def a_number_is_missing(history: History) -> None:
    history.logs[SAM][1] = paired(3, "key3")


@breaks("order_of_sending")
def two_messages_changed_places(history: History) -> None:
    history.writes[0].began, history.writes[2].began = 10, 3


@breaks("nothing_invented")
def a_message_came_from_nobody(history: History) -> None:
    history.logs[NOOR].append(message(9, "youth", "x", "not me"))


@breaks("nothing_invented")
def a_message_stands_on_the_other_side(history: History) -> None:
    history.logs[NOOR].append(message(9, "youth", "k1", "I am Kim"))


@breaks("views_are_beginnings")
def somebody_was_shown_what_was_never_committed(history: History) -> None:
    history.views[0].entries.append(message(9, "counsellor", "lost", "gone"))


@breaks("parties_saw_everything")
def somebody_missed_the_newest_message(history: History) -> None:
    history.views[0].entries.pop()


@breaks("nothing_rewritten")
def a_number_was_told_in_two_ways(history: History) -> None:
    history.views[0].contradictions.append(message(4, "counsellor", "a1", "goodbye"))


@breaks("one_holder")
def somebody_was_paired_with_a_held_conversation(history: History) -> None:
    history.logs[SAM].append(paired(3, "key4"))


@breaks("accepted_is_paired")
def two_were_told_to_hold_the_same(history: History) -> None:
    history.acceptances.append(accepted("kim", SAM, "key4", seq=2, at=20))


@breaks("accepted_is_paired")
def an_accept_left_no_entry(history: History) -> None:
    history.acceptances.append(accepted("kim", NOOR, "key4", seq=4, at=20))


@breaks("no_stale_epoch")
def the_first_counsellor_wrote_in_the_time_of_the_next(history: History) -> None:
    history.writes[3].author = "alex"
    history.releases.clear()


@breaks("nothing_after_letting_go")
def somebody_wrote_after_handing_over(history: History) -> None:
    history.logs[NOOR][6:] = [message(7, "counsellor", "k1", "one more thing"), paired(8, "key2")]
    history.writes[3] = replace(history.writes[3], author="alex", body="one more thing", seq=7)


@breaks("nobody_is_given_up_without_reason")
def a_counsellor_was_taken_for_gone(history: History) -> None:
    history.releases.clear()


@breaks("no_conversation_runs_out")
def time_ended_a_conversation(history: History) -> None:
    history.logs[SAM].append({"seq": 3, "kind": "ended", "reason": "timeout"})


@breaks("within_capacity")
def a_counsellor_took_one_too_many(history: History) -> None:
    history.acceptances[2] = accepted("kim", SAM, "key3", seq=2, at=15.2)
    history.acceptances[2].acked = 15.5


@breaks("rows_within_capacity")
def the_rows_showed_one_too_many(history: History) -> None:
    history.crowds.append(Crowd("kim", capacity=1, active=2))


@breaks("first_come_first_served")
def somebody_was_passed_by_a_later_one(history: History) -> None:
    history.arrivals[0].began, history.arrivals[0].acked = 4.2, 4.5


@breaks("first_come_first_served")
def an_urgent_one_was_passed(history: History) -> None:
    history.arrivals[1].urgent = True


@breaks("first_come_first_served")
def somebody_was_passed_and_never_taken(history: History) -> None:
    history.acceptances.pop()
    history.logs[SAM].pop()
    history.arrivals[0].began, history.arrivals[0].acked = 4.2, 4.5
