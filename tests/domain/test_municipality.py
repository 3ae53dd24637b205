"""Slugs: plain words that collide with no door."""

import pytest

from app.domain.municipality import DOORS, slug_is_usable


@pytest.mark.parametrize("slug", ["demo", "a", "aarhus-nord", "x2", "a" * 40])
def test_usable(slug: str) -> None:
    assert slug_is_usable(slug)


@pytest.mark.parametrize(
    "slug", [*sorted(DOORS), "", "Demo", "æble", "-x", "x-", "a b", "a/b", "widget.js", "a" * 41, "x\n"]
)
def test_not_usable(slug: str) -> None:
    assert not slug_is_usable(slug)
