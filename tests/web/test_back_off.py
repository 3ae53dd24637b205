"""Guessing passwords takes time, and nobody is ever locked out for good."""

from contextlib import suppress

import pytest
from flask.testing import FlaskClient

from app.domain.errors import Code, Refused
from app.web.back_off import ACCOUNT, ACCOUNT_FROM_BUCKET, BUCKET, BackOff
from tests.cast import PASSWORD, Cast
from tests.refusal import refusal
from tests.web.signing_in import submit

ALEX = "alex@example.dk"


def wrong_pairs(back_off: BackOff, count: int, now: float = 0.0, *, email: str = ALEX, bucket: str = "here") -> int:
    """Try that many wrong pairs and return how many of them were looked at."""
    looked_at = 0
    for _ in range(count):
        with suppress(Refused):
            back_off.try_one(email, bucket, now)
            looked_at += 1
    return looked_at


def test_one_account_from_one_place_is_slowed_down_soon() -> None:
    assert wrong_pairs(BackOff(), 100) == ACCOUNT_FROM_BUCKET.burst


def test_its_owner_elsewhere_does_not_notice() -> None:
    back_off = BackOff()
    wrong_pairs(back_off, 1000)
    assert wrong_pairs(back_off, 1, bucket="elsewhere") == 1


def test_an_office_behind_one_address_can_mistype_and_not_guess_for_ever() -> None:
    back_off = BackOff()
    looked_at = sum(wrong_pairs(back_off, 3, email=f"{number}@example.dk") for number in range(100))
    assert looked_at == BUCKET.burst


def test_guessing_from_many_places_slows_the_account_down() -> None:
    back_off = BackOff()
    looked_at = sum(wrong_pairs(back_off, 5, bucket=f"place {number}") for number in range(100))
    assert looked_at == ACCOUNT.burst


def test_whoever_waits_as_long_as_told_is_looked_at_again() -> None:
    back_off, now = BackOff(), 0.0
    wrong_pairs(back_off, 1000)
    for _ in range(5):
        with pytest.raises(Refused) as caught:
            back_off.try_one(ALEX, "here", now)
        assert caught.value.retry_ms is not None
        now += caught.value.retry_ms / 1000
        assert wrong_pairs(back_off, 1, now) == 1


def test_right_pairs_are_not_counted() -> None:
    back_off = BackOff()
    for _ in range(1000):
        back_off.try_one(ALEX, "here", 0.0)
        back_off.forgive(ALEX, "here", 0.0)


def test_a_refused_attempt_costs_nobody_else_anything() -> None:
    back_off = BackOff()
    wrong_pairs(back_off, 1000)
    assert wrong_pairs(back_off, 1000, email="kim@example.dk") == ACCOUNT_FROM_BUCKET.burst
    assert refusal(back_off.try_one, ALEX, "here", 0.0) is Code.RATE


def test_the_spelling_of_an_address_does_not_matter() -> None:
    back_off = BackOff()
    wrong_pairs(back_off, 1000)
    assert wrong_pairs(back_off, 1, email=ALEX.upper()) == 0


def test_the_page_says_to_wait_even_to_the_right_pair_and_another_place_gets_in(
    browser: FlaskClient, cast: Cast
) -> None:
    for _ in range(ACCOUNT_FROM_BUCKET.burst):
        assert submit(browser, cast.alex.email, "another long password").status_code == 401
    page = submit(browser, cast.alex.email, PASSWORD)
    assert page.status_code == 429
    assert 25 <= int(page.headers["Retry-After"]) <= 30
    assert "Vent lidt" in page.text
    assert browser.get("/console").status_code == 302
    browser.environ_base["REMOTE_ADDR"] = "192.0.2.60"
    assert submit(browser, cast.alex.email, PASSWORD).status_code == 302
