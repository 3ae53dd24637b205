"""No event goes unguarded: every name in the tables is tried, so that a new one cannot be forgotten."""

from datetime import timedelta
from typing import get_type_hints

import pytest
from sqlalchemy import select

from app.domain.staff import ABSOLUTE_LIMIT, IDLE_LIMIT
from app.persistence.database import Database
from app.persistence.staff_sessions import StaffSession
from app.persistence.unit_of_work import Session
from app.realtime.counsellor_namespace import CounsellorNamespace
from app.realtime.counsellor_requests import COUNSELLOR_EVENTS
from app.realtime.strict_namespace import StrictNamespace
from app.realtime.youth_namespace import YouthNamespace
from app.realtime.youth_requests import YOUTH_EVENTS
from tests.cast import Member
from tests.protocol.conftest import Scene
from tests.servers import whole_requests

TABLES = {YouthNamespace: YOUTH_EVENTS, CounsellorNamespace: COUNSELLOR_EVENTS}

NEED_NO_CONVERSATION = {"join", "heartbeat"}


def revoke(session: Session, sign_in: StaffSession) -> None:
    session.delete(sign_in)


def leave_idle(session: Session, sign_in: StaffSession) -> None:
    sign_in.seen_at -= IDLE_LIMIT + timedelta(seconds=1)


def outlive(session: Session, sign_in: StaffSession) -> None:
    sign_in.created_at -= ABSOLUTE_LIMIT + timedelta(seconds=1)


@pytest.mark.parametrize("end_sign_in", [revoke, leave_idle, outlive])
def test_an_open_console_can_do_nothing_once_its_sign_in_is_over(scene: Scene, end_sign_in) -> None:
    noor, alex, conversation = scene.paired()
    database = Database(scene.server.database_url)
    with database.write() as work:
        end_sign_in(work.session, sign_in_of(work.session, scene.cast.alex))
    database.close()
    requests = whole_requests.of_counsellor(conversation)
    codes = {event: alex.code(event, request) for event, request in requests.items()}
    assert codes == dict.fromkeys(COUNSELLOR_EVENTS, "E_AUTH")
    assert noor.ok("sync", {"after": 0, "limit": 200})["last"] == 2


def test_every_request_of_a_counsellor_gets_past_the_guard_while_the_sign_in_lives(scene: Scene) -> None:
    _, alex, conversation = scene.paired()
    scene.joined()
    requests = whole_requests.of_counsellor(conversation)
    assert [event for event, request in requests.items() if not alex.ask(event, request)["ok"]] == []


def test_before_join_a_page_can_do_nothing_that_needs_a_conversation(scene: Scene) -> None:
    page = scene.youth()
    requests = whole_requests.of_youth()
    codes = {event: page.ask(event, requests[event]).get("code") for event in requests.keys() - NEED_NO_CONVERSATION}
    assert codes == dict.fromkeys(YOUTH_EVENTS.keys() - NEED_NO_CONVERSATION, "E_CONFLICT")


def test_these_are_all_namespaces() -> None:
    assert {kind for kind in StrictNamespace.__subclasses__() if kind.__module__.startswith("app.")} == set(TABLES)


@pytest.mark.parametrize("namespace", TABLES)
def test_every_event_has_a_handler_and_every_handler_an_event(namespace: type[StrictNamespace]) -> None:
    handlers = {name: getattr(namespace, name) for name in dir(namespace) if name.startswith("on_")}
    assert namespace.events is TABLES[namespace]
    assert {name: get_type_hints(handler)["request"] for name, handler in handlers.items()} == {
        f"on_{event}": kind for event, kind in namespace.events.items()
    }


def sign_in_of(session: Session, member: Member) -> StaffSession:
    return session.scalars(select(StaffSession).where(StaffSession.staff_id == member.id)).one()
