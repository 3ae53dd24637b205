"""Whatever youths, counsellors, clocks and outages do: the services do what docs/protocol.md says."""

import os

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from app.persistence.database import Database
from tests.model.doors import Doors
from tests.model.stories import Stories

BOUNDED = settings(max_examples=50, stateful_step_count=50, deadline=None, derandomize=True, database=None)
PROFILES = {
    # The same evenings in every run, so that a change is red because of the change; the first bad one is shown whole.
    "default": settings(BOUNDED, phases=[Phase.generate]),
    # The same, and then minutes to find the shortest evening that goes as wrong.
    "short": BOUNDED,
    # Other evenings every time, for whoever changes a rule and has an hour.
    "long": settings(BOUNDED, max_examples=3000, stateful_step_count=100, derandomize=False),
}


@pytest.mark.timeout(3600)
def test_the_services_do_what_the_protocol_says(database: Database) -> None:
    chosen = PROFILES[os.environ.get("HYPOTHESIS_PROFILE", "default")]
    installation = Doors(database)
    run_state_machine_as_test(lambda: Stories(installation), settings=chosen)
