"""The locks pin everything by its hash and leave the choice of a registry to whoever installs."""

import json
import re

import pytest

from tests.architecture.sizes import text

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>\S+)(?P<rest>.*(?:\n +.*)*)", re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock):
    assert "://" not in text(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_sets_no_option_of_the_installer(lock):
    assert [line for line in text(lock).splitlines() if line.startswith("-")] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash(lock):
    packages = list(PIN.finditer(text(lock)))
    assert len(packages) > 20
    assert [package["name"] for package in packages if "--hash=sha256:" not in package["rest"]] == []


def test_what_serves_is_what_was_tested():
    served, tested = ({package["name"]: package["version"] for package in PIN.finditer(text(lock))} for lock in LOCKS)
    assert served.items() <= tested.items()


def test_the_browser_packages_are_pinned_by_hash_and_name_no_host():
    packages = json.loads(text("static/vendor/package-lock.json"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert installed
    assert [name for name, package in installed.items() if "resolved" in package] == []
    assert [name for name, package in installed.items() if "integrity" not in package] == []
