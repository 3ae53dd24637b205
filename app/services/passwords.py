"""Passwords: argon2id with the library's present recommendation. Slow on purpose: call it off the event loop."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
# An unknown address is checked against the hash of a password that was thrown away, so that it takes as long as a known
# one. Made anew, it would hold up every start; a test says when the library recommends something slower.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$OXnMn3z1ohmCMXnxL4Xiag$CnwCVeJ7b1FFemAKNFV1HNoPsnbnbRFRwAOdBW1L36U"


def hash_password(password: str) -> str:
    """Return the argon2id hash of a password."""
    return _hasher.hash(password)


def verify(password_hash: str | None, password: str) -> bool:
    """Say whether a password belongs to a hash; None stands for an unknown account."""
    try:
        _hasher.verify(password_hash or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
