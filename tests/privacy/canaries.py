"""Words that tell who calls and what was written, in every spelling in which they could be kept."""

import base64
import hashlib
import ipaddress

CLAIMED = "203.0.113.77"  # what every forwarding header says
SOURCE = "127.203.113.77"  # where the connections really come from: all of 127/8 is this machine
AGENT = "Kanariebrowser"
REFERRER = "kanariehenvisning"
LANGUAGE = "kanariesprog"
COOKIE = "kanariekage"
CLICK = "kanarieklik"
CAMPAIGN = "kanariekampagne"
WORD = "kanariefuglen"
SENTENCE = f"{WORD} synger om natten"

QUERY = f"fbclid={CLICK}&utm_source={CAMPAIGN}"
HEADERS = {
    "Accept-Language": f"{LANGUAGE},da;q=0.7",
    "Cf-Connecting-Ip": CLAIMED,
    "Cookie": f"besked={COOKIE}",
    "Fastly-Client-Ip": CLAIMED,
    "Forwarded": f"for={CLAIMED};proto=https",
    "Forwarded-For": CLAIMED,
    "Referer": f"https://{REFERRER}.example/",
    "Sec-Ch-Ua": AGENT,
    "True-Client-Ip": CLAIMED,
    "User-Agent": f"Mozilla/5.0 ({AGENT})",
    "Via": f"1.1 {CLAIMED}",
    "X-Client-Ip": CLAIMED,
    "X-Cluster-Client-Ip": CLAIMED,
    "X-Device-Id": AGENT,
    "X-Forwarded-For": CLAIMED,
    "X-Original-Forwarded-For": CLAIMED,
    "X-Real-Ip": CLAIMED,
    "X-Something-New": CLAIMED,
}


def needles() -> dict[str, bytes]:
    """Return everything to search for, by a name that says which canary it is and how it is spelt."""
    words = (AGENT, REFERRER, LANGUAGE, COOKIE, CLICK, CAMPAIGN, WORD)
    return {
        f"{word} ({how})": spelling
        for word in (CLAIMED, SOURCE, *words)
        for how, spelling in (_spellings(word) | (_addresses(word) if word in {CLAIMED, SOURCE} else {})).items()
    }


def _spellings(word: str) -> dict[str, bytes]:
    plain = word.encode()
    hashes = {name: hashlib.new(name, plain).hexdigest().encode() for name in ("md5", "sha1", "sha256")}
    aligned = {f"base64, {skipped} bytes in": _in_base64(plain, skipped) for skipped in range(3)}
    wide = {"utf-16-le": word.encode("utf-16-le"), "utf-16-be": word.encode("utf-16-be")}
    return {"plain": plain, "hex": plain.hex().encode(), **wide, **aligned, **hashes}


def _in_base64(plain: bytes, skipped: int) -> bytes:
    """Return what base64 makes of some bytes wherever in a text they stand, without the characters they share."""
    coded = base64.b64encode(bytes(skipped) + plain).rstrip(b"=")
    return coded[-(-skipped * 8 // 6) : -1]


def _addresses(address: str) -> dict[str, bytes]:
    number = ipaddress.IPv4Address(address)
    packed = number.packed
    return {
        "as a number": str(int(number)).encode(),
        "in hex": packed.hex().encode(),
        "in hex, upper case": packed.hex().upper().encode(),
        "mapped": f"::ffff:{packed[:2].hex()}:{packed[2:].hex()}".encode(),
        "mapped, packed": b"\xff\xff" + packed,
        "as PostgreSQL packs it": b"\x02\x20" + packed,
        "as the DNS turns it": number.reverse_pointer.removesuffix(".in-addr.arpa").encode(),
    }
