"""The settings, read once from the environment; anything wrong stops the start with a sentence that says what."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent
INSTANCE = ROOT / "instance"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
DEFAULT_PORTS = {"http": 80, "https": 443}
POSTGRESQL = "postgresql+psycopg2"
SECRET_MIN_LENGTH = 32
ASYNC_MODES = ("eventlet", "threading")

_ADDRESS_EXPECTED = "PUBLIC_URL must be an address like https://chat.example.dk, without a path, a name or a password"
_DATABASE_EXPECTED = "DATABASE_URL must name a file, sqlite:///path, or a server, postgresql://user:password@host/name"
_PORT = re.compile(r"[0-9]{1,5}")
_HOST = re.compile(r"[a-z0-9.:-]+")
_PROXIES = re.compile(r"[0-9]")
_TOKEN = re.compile(r"[!-~]+")


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
    trusted_proxies: int = 0
    metrics_token: str | None = field(default=None, repr=False)

    @property
    def is_secure(self) -> bool:
        """Say whether browsers reach this installation over https."""
        return self.public_url.startswith("https://")

    @property
    def allowed_origins(self) -> list[str]:
        """The exact origins that may open a socket: our own, under each name loopback has."""
        parts = urlsplit(self.public_url)
        names = LOOPBACK if parts.hostname in LOOPBACK else (parts.hostname or "",)
        return [_origin(parts.scheme, name, parts.port) for name in names]

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
            trusted_proxies=_trusted_proxies(environ.get("TRUSTED_PROXIES", "0")),
            metrics_token=_metrics_token(environ.get("METRICS_TOKEN")),
        )


def _port(value: str) -> int:
    if not _PORT.fullmatch(value) or not 0 < int(value) < 65536:
        raise ConfigError("PORT must be a number between 1 and 65535")
    return int(value)


def _database_url(value: str) -> str:
    try:
        url = make_url(value)
    except (ArgumentError, ValueError):
        raise ConfigError(_DATABASE_EXPECTED) from None
    if url.drivername in {"postgresql", "postgres", POSTGRESQL}:
        return url.set(drivername=POSTGRESQL).render_as_string(hide_password=False)
    if url.drivername == "sqlite" and _is_a_file(url):
        return value
    raise ConfigError(_DATABASE_EXPECTED)


def _is_a_file(url: URL) -> bool:
    """Tell a file from a database in memory, which every connection would have for itself."""
    return not url.host and bool(url.database) and not str(url.database).startswith((":memory:", "file:"))


def _public_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise ConfigError(_ADDRESS_EXPECTED) from None
    host = parts.hostname or ""
    if not _is_only_an_address(parts) or port == 0:
        raise ConfigError(_ADDRESS_EXPECTED)
    if parts.scheme == "http" and host not in LOOPBACK:
        raise ConfigError("PUBLIC_URL must be https: browsers offer no encryption to pages on plain http")
    return _origin(parts.scheme, host, port)


def _is_only_an_address(parts: SplitResult) -> bool:
    known = parts.scheme in DEFAULT_PORTS and _HOST.fullmatch(parts.hostname or "")
    return bool(known) and not (parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc)


def _origin(scheme: str, host: str, port: int | None) -> str:
    """Spell an origin as browsers do: brackets around IPv6, and no port where the scheme says it."""
    name = f"[{host}]" if ":" in host else host
    return f"{scheme}://{name}" if port in {None, DEFAULT_PORTS[scheme]} else f"{scheme}://{name}:{port}"


def _async_mode(value: str) -> str:
    if value not in ASYNC_MODES:
        raise ConfigError(f"ASYNC_MODE must be one of {', '.join(ASYNC_MODES)}")
    return value


def _trusted_proxies(value: str) -> int:
    if not _PROXIES.fullmatch(value):
        raise ConfigError("TRUSTED_PROXIES must be the number of proxies in front of this server, 0 to 9")
    return int(value)


def _metrics_token(value: str | None) -> str | None:
    """Take the token that opens ``/metrics``; without one the door does not exist."""
    if not value:
        return None
    if len(value) < SECRET_MIN_LENGTH or not _TOKEN.fullmatch(value):
        raise ConfigError(f"METRICS_TOKEN must have at least {SECRET_MIN_LENGTH} printable characters, without spaces")
    return value


def _secret_key(environ: Mapping[str, str]) -> str:
    """Take the key from the environment or a file; a fresh installation makes its own, once."""
    key = environ.get("SECRET_KEY") or _secret_from(Path(environ.get("SECRET_KEY_FILE") or INSTANCE / "secret_key"))
    if len(key) < SECRET_MIN_LENGTH:
        raise ConfigError(f"SECRET_KEY must have at least {SECRET_MIN_LENGTH} characters")
    return key


def _secret_from(path: Path) -> str:
    try:
        if not path.exists():
            _write_new_secret(path)
        return path.read_text().strip()
    except (OSError, UnicodeDecodeError):
        raise ConfigError("SECRET_KEY_FILE must name a text file that can be read, or made") from None


def _write_new_secret(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
