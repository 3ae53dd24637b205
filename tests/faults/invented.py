"""A small evening without a fault, invented by hand, for histories that then go wrong in one way each.

Noor comes first, Sam second, both to the same municipality. Alex takes Noor, hands her over to Kim, and takes Sam.
"""

from tests.faults.history import Acceptance, Arrival, Crowd, History, Presence, Release, View, Write
from tests.servers.client import Payload

NOOR, SAM = "noor's", "sam's"


def evening() -> History:
    """Return the whole evening, every moment a second after the one before."""
    log = noors_log()
    return History(
        writes=[
            Write("noor", "youth", NOOR, "n1", "hi", began=3, seq=2, acked=4),
            Write("alex", "counsellor", NOOR, "a1", "hello", began=8, seq=4, acked=9),
            Write("noor", "youth", NOOR, "n2", "so", began=10, seq=5, acked=11),
            Write("kim", "counsellor", NOOR, "k1", "I am Kim", began=16, seq=8, acked=17),
        ],
        arrivals=[
            Arrival("noor", "home", NOOR, urgent=False, began=1, acked=2, presences=[Presence(0, 30)]),
            Arrival("sam", "home", SAM, urgent=False, began=3, acked=4, presences=[Presence(2, 30)]),
        ],
        acceptances=[
            accepted("alex", NOOR, "key1", seq=3, at=6),
            accepted("kim", NOOR, "key2", seq=7, at=14),
            accepted("alex", SAM, "key3", seq=2, at=18),
        ],
        releases=[Release("alex", NOOR, seq=6)],
        views=[
            View("noor", NOOR, list(log), is_party=True),
            View("alex", NOOR, log[:5]),
            View("kim", NOOR, list(log), is_party=True),
            View("sam", SAM, [joined(), paired(2, "key3")], is_party=True),
        ],
        crowds=[Crowd("alex", capacity=1, active=1), Crowd("kim", capacity=1, active=1)],
        logs={NOOR: log, SAM: [joined(), paired(2, "key3")]},
    )


def noors_log() -> list[Payload]:
    """Return what stands in Noor's conversation in the end."""
    return [
        joined(),
        message(2, "youth", "n1", "hi"),
        paired(3, "key1"),
        message(4, "counsellor", "a1", "hello"),
        message(5, "youth", "n2", "so"),
        {"seq": 6, "kind": "handed_over"},
        paired(7, "key2"),
        message(8, "counsellor", "k1", "I am Kim"),
    ]


def joined() -> Payload:
    """Return the first entry of every log."""
    return {"seq": 1, "kind": "joined"}


def paired(seq: int, key_id: str) -> Payload:
    """Return the beginning of a counsellor's time."""
    return {"seq": seq, "kind": "paired", "key_id": key_id}


def message(seq: int, side: str, cid: str, body: str) -> Payload:
    """Return one message."""
    return {"seq": seq, "kind": "message", "from": side, "cid": cid, "body": body}


def accepted(counsellor: str, conversation: str, key_id: str, *, seq: int, at: float) -> Acceptance:
    """Return an accept by somebody who has room for one conversation."""
    return Acceptance(counsellor, 1, conversation, key_id, seq, began=at, acked=at + 1)
