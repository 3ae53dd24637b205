"""Every setting that the code reads is explained where people look for it."""

import re

import pytest

from tests.architecture.sizes import kept_files, text

READ = re.compile(r"environ(?:\.get\(|\[)\s*[\"']([A-Z_]+)[\"']")
PRODUCT = [name for name in kept_files() if re.match(r"(app/.*|config|wsgi)\.?(py)?$", name) and name.endswith(".py")]
SETTINGS = sorted({setting for name in PRODUCT for setting in READ.findall(text(name))})


def test_settings_are_found():
    assert {"HOST", "PORT", "DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE", "PUBLIC_URL", "ASYNC_MODE"} <= {*SETTINGS}


@pytest.mark.parametrize("guide", ["README.md", "docs/operations.md"])
@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_documented(setting, guide):
    assert f"`{setting}`" in text(guide)


@pytest.mark.parametrize("guide", ["README.md", "docs/operations.md"])
def test_no_documented_setting_is_unread(guide):
    rows = re.findall(r"^\| `([A-Z_]+)`", text(guide), re.MULTILINE)
    assert sorted(rows) == SETTINGS
