"""A counsellor's ``sync`` from the end on says that the end was seen, and then nothing is left."""

from app.persistence import conversations, log_entries
from app.persistence.database import Database
from tests.protocol.conftest import Scene
from tests.servers.client import new_body, new_cid


def test_a_counsellors_sync_from_the_end_on_erases_everything(scene: Scene) -> None:
    noor, alex, conversation = scene.paired()
    noor.ok("send", {"cid": new_cid(), "body": new_body()})
    left = noor.ok("leave", {"cid": new_cid(), "reason": "done"})
    unseen = {"conversation": conversation, "after": left["seq"] - 1}
    assert [entry["kind"] for entry in alex.ok("sync", unseen)["entries"]] == ["ended"]
    assert rows_of(scene, conversation) == left["seq"] + 1
    seen = {"conversation": conversation, "after": left["seq"]}
    assert alex.ok("sync", seen)["state"] == "ended"
    assert rows_of(scene, conversation) == 0
    assert alex.code("sync", seen) == noor.code("sync", {"after": 0}) == "E_EXPIRED"


def rows_of(scene: Scene, conversation: str) -> int:
    """Count the conversation's row and its log."""
    database = Database(scene.server.database_url)
    with database.read() as session:
        row = conversations.find(session, conversation)
        log = log_entries.after(session, conversation, 0, 200)
    database.close()
    return len(log) + (row is not None)
