"""docs/privacy.md names the test that holds what it says; each of them exists."""

import re

from tests.architecture.sizes import kept_files, text


def test_every_test_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(tests/[^`]+\.(?:py|js))`", text("docs/privacy.md")))
    assert len(named) > 15
    assert named - {*kept_files()} == set()
