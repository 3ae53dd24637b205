"""Settings: read once, loud about anything wrong, silent about secrets."""

from pathlib import Path

import pytest

from config import Config, ConfigError

KEY = {"SECRET_KEY": "a key for tests that is long enough to be taken"}


def test_the_defaults_serve_this_machine_only() -> None:
    settings = Config.from_environment(KEY)
    assert (settings.host, settings.port, settings.async_mode) == ("127.0.0.1", 5000, "eventlet")
    assert settings.public_url == "http://127.0.0.1:5000"
    assert settings.database_url.endswith("instance/lyttepunkt.db")
    assert settings.allowed_origins == ["http://127.0.0.1:5000", "http://localhost:5000"]
    assert not settings.is_secure


def test_a_public_address_is_the_only_origin() -> None:
    settings = Config.from_environment({**KEY, "PUBLIC_URL": "https://Chat.example.dk/"})
    assert settings.allowed_origins == ["https://chat.example.dk"]
    assert settings.is_secure


@pytest.mark.parametrize(
    "setting, value",
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "eighty"),
        ("PUBLIC_URL", "http://chat.example.dk"),
        ("PUBLIC_URL", "http://192.168.1.5:5000"),
        ("PUBLIC_URL", "chat.example.dk"),
        ("PUBLIC_URL", "https://chat.example.dk/path"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("ASYNC_MODE", "gevent"),
        ("SECRET_KEY", "short"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_is_named(setting: str, value: str) -> None:
    with pytest.raises(ConfigError, match=setting) as caught:
        Config.from_environment({**KEY, setting: value})
    assert "short" not in str(caught.value)


def test_a_fresh_installation_makes_its_own_key_once(tmp_path: Path) -> None:
    environ = {"SECRET_KEY_FILE": str(tmp_path / "instance" / "secret_key")}
    first = Config.from_environment(environ)
    assert Config.from_environment(environ).secret_key == first.secret_key
    assert len(first.secret_key) >= 32
    assert (tmp_path / "instance" / "secret_key").stat().st_mode & 0o077 == 0


def test_neither_key_nor_database_password_is_printed() -> None:
    settings = Config.from_environment({**KEY, "DATABASE_URL": "postgresql://u:geheim@localhost/x"})
    assert "geheim" not in repr(settings)
    assert KEY["SECRET_KEY"] not in repr(settings)


def test_postgres_addresses_use_the_driver_that_eventlet_can_green() -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg2"):
        settings = Config.from_environment({**KEY, "DATABASE_URL": f"{scheme}://localhost/x"})
        assert settings.database_url == "postgresql+psycopg2://localhost/x"
