"""The settings, read once from the environment; anything wrong stops the start with a sentence that says what."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
INSTANCE = ROOT / "instance"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SECRET_MIN_LENGTH = 32
ASYNC_MODES = ("eventlet", "threading")


class ConfigError(ValueError):
    """A setting is wrong; the message names it and never repeats a secret."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything an installation decides. Field names are those of the environment, in lower case."""

    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    public_url: str
    host: str = "127.0.0.1"
    port: int = 5000
    async_mode: str = "eventlet"

    @property
    def is_secure(self) -> bool:
        """Say whether browsers reach this installation over https."""
        return self.public_url.startswith("https://")

    @property
    def allowed_origins(self) -> list[str]:
        """The exact origins that may open a socket: our own, under each name loopback has."""
        parts = urlsplit(self.public_url)
        if parts.hostname not in LOOPBACK:
            return [_origin(parts.scheme, parts.netloc)]
        return [_origin(parts.scheme, f"{name}:{parts.port or self.port}") for name in ("127.0.0.1", "localhost")]

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Config":
        """Read and check all settings. Raises ``ConfigError``."""
        port = _port(environ.get("PORT", "5000"))
        host = environ.get("HOST", "127.0.0.1")
        return cls(
            secret_key=_secret_key(environ),
            database_url=_database_url(environ.get("DATABASE_URL") or f"sqlite:///{INSTANCE / 'lyttepunkt.db'}"),
            public_url=_public_url(environ.get("PUBLIC_URL") or f"http://127.0.0.1:{port}"),
            host=host,
            port=port,
            async_mode=_async_mode(environ.get("ASYNC_MODE", "eventlet")),
        )


def _port(value: str) -> int:
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise ConfigError("PORT must be a number between 1 and 65535")
    return int(value)


def _database_url(value: str) -> str:
    scheme = value.partition("://")[0]
    if scheme == "sqlite":
        return value
    if scheme in {"postgresql", "postgres", "postgresql+psycopg2"}:
        return "postgresql+psycopg2://" + value.partition("://")[2]
    raise ConfigError("DATABASE_URL must begin with sqlite:/// or postgresql://")


def _public_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ConfigError("PUBLIC_URL must be an address like https://chat.example.dk, without a path")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ConfigError("PUBLIC_URL must be https: browsers offer no encryption to pages on plain http")
    return _origin(parts.scheme, parts.netloc)


def _origin(scheme: str, netloc: str) -> str:
    return f"{scheme}://{netloc.lower()}"


def _async_mode(value: str) -> str:
    if value not in ASYNC_MODES:
        raise ConfigError(f"ASYNC_MODE must be one of {', '.join(ASYNC_MODES)}")
    return value


def _secret_key(environ: Mapping[str, str]) -> str:
    """Take the key from the environment or a file; a fresh installation makes its own, once."""
    key = environ.get("SECRET_KEY") or _secret_from(Path(environ.get("SECRET_KEY_FILE") or INSTANCE / "secret_key"))
    if len(key) < SECRET_MIN_LENGTH:
        raise ConfigError(f"SECRET_KEY must have at least {SECRET_MIN_LENGTH} characters")
    return key


def _secret_from(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()
