"""Short files and short functions: what is long is asking to be split."""

import pytest

from tests.architecture import sizes


@pytest.mark.parametrize("kind", sorted(set(sizes.OURS.values())))
def test_no_file_is_longer_than_200_lines(kind):
    assert sizes.too_long(sizes.files(kind), sizes.MAX_FILE) == []


def test_no_function_is_longer_than_30_lines():
    assert sizes.too_long(sizes.functions(), sizes.MAX_FUNCTION) == []
