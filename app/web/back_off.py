"""Guessing passwords takes time: wrong pairs are counted by account and by bucket, in memory; nobody is locked out.

Whoever guesses at one account from one place soon waits half a minute a guess. Its owner, who sits elsewhere, waits
only while so many places guess at it that the account itself is slowed down: five seconds a guess, whoever comes.
"""

from collections.abc import Iterator

from app.domain.errors import Code, Refused
from app.domain.identifiers import fingerprint
from app.domain.rate import Limiter, Rate, retry_ms
from app.domain.staff import normalise_email

ACCOUNT_FROM_BUCKET = Rate(burst=10, per_second=1 / 30)
BUCKET = Rate(burst=60, per_second=1 / 2)  # an office full of people sits behind one address
ACCOUNT = Rate(burst=100, per_second=1 / 5)
SIZE = 20_000


class BackOff:
    """One for the process. Each instant is in seconds of a steady clock."""

    def __init__(self) -> None:
        self._account_from_bucket = Limiter(ACCOUNT_FROM_BUCKET, size=SIZE)
        self._bucket = Limiter(BUCKET, size=SIZE)
        self._account = Limiter(ACCOUNT, size=SIZE)

    def try_one(self, email: str, bucket: str, now: float) -> None:
        """Count an attempt before it is made, or many at once would all pass. Raises ``E_RATE``."""
        counted: list[tuple[Limiter, str]] = []
        for limiter, key in self._counts(email, bucket):
            if wait := limiter.take(key, now):
                _give_back(counted, now)
                raise Refused(Code.RATE, retry_ms(wait))
            counted.append((limiter, key))

    def forgive(self, email: str, bucket: str, now: float) -> None:
        """Uncount an attempt that was right."""
        _give_back(list(self._counts(email, bucket)), now)

    def _counts(self, email: str, bucket: str) -> Iterator[tuple[Limiter, str]]:
        account = fingerprint(normalise_email(email))
        yield self._account_from_bucket, f"{account} {bucket}"
        yield self._bucket, bucket
        yield self._account, account


def _give_back(counted: list[tuple[Limiter, str]], now: float) -> None:
    for limiter, key in counted:
        limiter.give_back(key, now)
