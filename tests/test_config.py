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
    assert settings.allowed_origins == ["http://127.0.0.1:5000", "http://localhost:5000", "http://[::1]:5000"]
    assert not settings.is_secure
    assert (settings.trusted_proxies, settings.metrics_token) == (0, None)


def test_a_public_address_is_the_only_origin() -> None:
    settings = Config.from_environment({**KEY, "PUBLIC_URL": "https://Chat.example.dk/"})
    assert settings.allowed_origins == ["https://chat.example.dk"]
    assert settings.is_secure


@pytest.mark.parametrize(
    "written, sent_by_browsers",
    [
        ("https://chat.example.dk:443", "https://chat.example.dk"),
        ("https://chat.example.dk:8443", "https://chat.example.dk:8443"),
        ("https://[2001:DB8::5]:443/", "https://[2001:db8::5]"),
    ],
)
def test_an_origin_is_spelled_as_browsers_spell_it(written: str, sent_by_browsers: str) -> None:
    settings = Config.from_environment({**KEY, "PUBLIC_URL": written})
    assert settings.public_url == sent_by_browsers
    assert settings.allowed_origins == [sent_by_browsers]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
@pytest.mark.parametrize("port", ["", ":5001"])
def test_loopback_is_one_origin_under_its_three_names(host: str, port: str) -> None:
    settings = Config.from_environment({**KEY, "PUBLIC_URL": f"http://{host}{port}"})
    expected = [f"http://{name}{port}" for name in ("127.0.0.1", "localhost", "[::1]")]
    assert settings.allowed_origins == expected
    assert settings.public_url == f"http://{host}{port}"


@pytest.mark.parametrize(
    "setting, value",
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "eighty"),
        ("PORT", "²"),
        ("PORT", "٨٠"),
        ("PORT", "5" * 5000),
        ("PUBLIC_URL", "http://127.0.0.1:abc"),
        ("PUBLIC_URL", "http://127.0.0.1:0"),
        ("PUBLIC_URL", "http://[x"),
        ("PUBLIC_URL", "https://kanariefugl:short@chat.example.dk"),
        ("PUBLIC_URL", "https://chat.example.dk/#place"),
        ("PUBLIC_URL", "https://chat.exämple.dk"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "sqlite:///file:chat?mode=memory&uri=true"),
        ("DATABASE_URL", "sqlite://instance/lyttepunkt.db"),
        ("DATABASE_URL", "postgresql://u:short@localhost:abc/x"),
        ("DATABASE_URL", "postgresql:/u:short@localhost/x"),
        ("PUBLIC_URL", "http://chat.example.dk"),
        ("PUBLIC_URL", "http://192.168.1.5:5000"),
        ("PUBLIC_URL", "chat.example.dk"),
        ("PUBLIC_URL", "https://chat.example.dk/path"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("ASYNC_MODE", "gevent"),
        ("SECRET_KEY", "short"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "one"),
        ("TRUSTED_PROXIES", "٣"),
        ("TRUSTED_PROXIES", "10"),
        ("METRICS_TOKEN", "short"),
        ("METRICS_TOKEN", "short " * 8),
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


@pytest.mark.parametrize("content", [None, b"\xff" * 40])
def test_a_key_file_that_cannot_be_read_is_explained(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "secret_key"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match="SECRET_KEY_FILE"):
        Config.from_environment({"SECRET_KEY_FILE": str(path)})


def test_a_key_file_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="SECRET_KEY_FILE"):
        Config.from_environment({"SECRET_KEY_FILE": str(tmp_path / "file" / "secret_key")})


def test_neither_key_nor_password_nor_token_is_printed() -> None:
    secrets = {"DATABASE_URL": "postgresql://u:geheim@localhost/x", "METRICS_TOKEN": "geheim" * 6}
    settings = Config.from_environment({**KEY, **secrets})
    assert settings.metrics_token == "geheim" * 6
    assert "geheim" not in repr(settings)
    assert KEY["SECRET_KEY"] not in repr(settings)


def test_postgres_addresses_use_the_driver_that_eventlet_can_green() -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg2"):
        settings = Config.from_environment({**KEY, "DATABASE_URL": f"{scheme}://localhost/x"})
        assert settings.database_url == "postgresql+psycopg2://localhost/x"
