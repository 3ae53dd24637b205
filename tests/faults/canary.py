"""Words that must be found nowhere: they are in what bots say, in where they come from, in what opens their doors."""

from random import Random

from tests.servers.client import random_bytes

CANARY = "kanariefuglen"
AGENT = "Kanariebrowser"


def sealed_with_canary() -> str:
    """Return a body as anyone without the key sees it, beginning with a word that can be searched for."""
    return CANARY + random_bytes(284)[len(CANARY) :]


def address_of_its_own(dice: Random) -> str:
    """Return one of this machine's sixteen million loopback addresses, with three-digit numbers that stand out."""
    return ".".join(["127", *(str(dice.randint(111, 254)) for _ in range(3))])
