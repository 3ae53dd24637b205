"""Who calls, as little of it as a limit needs: a bucket that many share and nobody can be found by."""

import hashlib
import hmac
import secrets
from ipaddress import IPv4Address, IPv6Address, ip_address

KEY_LIFETIME = 60 * 60  # seconds
IPV6_PREFIX = 56  # what a household is given; the rest it chooses anew at will
UNKNOWN = "unknown"
BUCKET = "lyttepunkt.bucket"  # where a bucket is found in a request's environment


class Buckets:
    """Turns addresses into buckets, with a random key that is never written down and lives for an hour."""

    def __init__(self) -> None:
        self._key = b""
        self._good_until = float("-inf")

    def of(self, address: str, now: float) -> str:
        """Return the bucket of an address; ``now`` in seconds of a steady clock."""
        if now >= self._good_until:
            self._key, self._good_until = secrets.token_bytes(32), now + KEY_LIFETIME
        return hmac.new(self._key, prefix_of(address).encode(), hashlib.sha256).hexdigest()[:16]


def prefix_of(address: str) -> str:
    """Return what one household has in common: a whole IPv4 address, the first 56 bits of an IPv6 one."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return UNKNOWN
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(found) if isinstance(found, IPv4Address) else str(int(found) >> (128 - IPV6_PREFIX))


def address_behind(proxies: int, peer: str, chain: str) -> str:
    """Return the address that the outermost of our own proxies saw; what stands left of it anyone can claim.

    ``peer`` is who connected to us, ``chain`` the addresses that were handed on, separated by commas. With fewer of
    them than proxies somebody came around one, and only who connected is certain.
    """
    hops = [hop.strip() for hop in chain.split(",")] if chain else []
    return hops[-proxies] if 0 < proxies <= len(hops) else peer
