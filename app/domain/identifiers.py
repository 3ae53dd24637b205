"""Random identifiers and the hashes of secrets. Nothing counts up, nothing tells a time or a machine."""

import hashlib
import secrets


def new_id() -> str:
    """Return 16 random bytes as 22 characters of base64url."""
    return secrets.token_urlsafe(16)


def new_secret() -> str:
    """Return 32 random bytes as 43 characters of base64url."""
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """Return the SHA-256 of a secret, in hex: the only form in which a token is stored."""
    return hashlib.sha256(secret.encode()).hexdigest()
