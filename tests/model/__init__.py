"""What docs/protocol.md says about states, as a program, and the machine that holds the services against it."""

import pytest

# Their asserts say what differed, like those of the tests themselves.
pytest.register_assert_rewrite("tests.model.ears", "tests.model.machine", "tests.model.time_rules")
