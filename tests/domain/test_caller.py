"""Buckets: one household falls into one, nobody can be found by it, and an hour later it has another name."""

import pytest

from app.domain.caller import KEY_LIFETIME, UNKNOWN, Buckets, address_behind, prefix_of


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:200::1", "2001:db8:1:2ff::1", True),
        ("2001:db8:1:200::1", "2001:db8:1:300::1", False),
        ("fe80::1%eth0", "fe80::1%eth1", True),
    ],
)
def test_a_household_is_one_address_of_ipv4_or_one_prefix_of_ipv6(one: str, other: str, same: bool) -> None:
    assert (prefix_of(one) == prefix_of(other)) is same


@pytest.mark.parametrize("address", ["", "unknown", "kanariefugl", "192.0.2.7:5000", "999.1.1.1"])
def test_what_is_no_address_falls_into_one_bucket(address: str) -> None:
    assert prefix_of(address) == UNKNOWN


def test_a_bucket_keeps_its_name_for_an_hour_and_never_longer() -> None:
    buckets = Buckets()
    name = buckets.of("192.0.2.7", 0.0)
    assert buckets.of("192.0.2.7", KEY_LIFETIME - 1.0) == name
    assert buckets.of("192.0.2.7", float(KEY_LIFETIME)) != name


def test_two_installations_name_the_same_address_differently() -> None:
    assert Buckets().of("192.0.2.7", 0.0) != Buckets().of("192.0.2.7", 0.0)


@pytest.mark.parametrize(
    "proxies, chain, address",
    [
        (0, "", "peer"),
        (0, "claimed", "peer"),
        (1, "", "peer"),
        (1, "real", "real"),
        (1, "claimed, real", "real"),
        (1, "claimed,claimed too,real", "real"),
        (2, "claimed, real, first proxy", "real"),
        (2, "real", "peer"),
    ],
)
def test_only_what_our_own_proxies_saw_counts(proxies: int, chain: str, address: str) -> None:
    assert address_behind(proxies, "peer", chain) == address
