"""One request of every kind, each with nothing wrong in it: what refuses them is never their form."""

from tests.servers.client import Payload, new_body, new_cid, new_pairing, new_resume


def of_youth() -> dict[str, Payload]:
    """Return a fresh request for every event of ``/youth``."""
    return {
        "join": {"cid": new_cid(), "resume": new_resume()},
        "send": {"cid": new_cid(), "body": new_body()},
        "seal": {"cid": new_cid(), "key_id": new_cid(), "enc": new_body(65), "sealed": new_body(48)},
        "sync": {"after": 0, "limit": 200},
        "heartbeat": {"after": 0},
        "typing": {"on": True},
        "read": {"seq": 1},
        "leave": {"cid": new_cid(), "reason": "done"},
    }


def of_counsellor(conversation: str) -> dict[str, Payload]:
    """Return a fresh request for every event of ``/counsellor``."""
    return {
        "set_duty": {"state": "on", "capacity": 3},
        "hand_over": {"conversation": conversation, "cid": new_cid(), "to": "line"},
        "accept": new_pairing(),  # which takes it back: it stands at the front
        "rekey": {"conversation": conversation, **new_pairing()},
        "send": {"conversation": conversation, "cid": new_cid(), "body": new_body()},
        "sync": {"conversation": conversation, "after": 0, "limit": 200},
        "heartbeat": {"after": {conversation: 0}},
        "typing": {"conversation": conversation, "on": True},
        "read": {"conversation": conversation, "seq": 1},
        "end": {"conversation": conversation, "cid": new_cid()},
    }
