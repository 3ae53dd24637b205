"""docs/protocol.md cannot drift: its events, fields, codes, kinds and doors are those of the code."""

import re
from pathlib import Path

import msgspec
import pytest

from app import factory
from app.domain.errors import Code
from app.domain.log_entry import EntryKind
from app.realtime.counsellor_requests import COUNSELLOR_EVENTS, CounsellorAuth
from app.realtime.youth_requests import YOUTH_EVENTS, YouthAuth
from config import Config

PAGE = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"


def section(heading: str) -> str:
    """Return what stands under a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def fields_of(kind: type[msgspec.Struct]) -> set[str]:
    """Return a payload's fields, the optional ones with their question mark."""
    return {field.name + ("" if field.required else "?") for field in msgspec.structs.fields(kind)}


def fields_in(braces: str) -> set[str]:
    """Return the field names of a written payload such as ``{a, b?, c: {d: e}}``."""
    flat = re.sub(r":\s*(\{[^}]*\}|[^,}]+)", "", braces.strip("{}"))
    return {name.strip() for name in flat.split(",") if name.strip()}


@pytest.mark.parametrize("heading, events", [("/youth", YOUTH_EVENTS), ("/counsellor", COUNSELLOR_EVENTS)])
def test_every_request_stands_there_with_its_fields(heading: str, events: dict[str, type[msgspec.Struct]]) -> None:
    rows = re.findall(r"^\| → `(\w+)` \| `(\{.*?\})`", section(heading), re.MULTILINE)
    assert {name: fields_in(payload) for name, payload in rows} == {
        name: fields_of(kind) for name, kind in events.items()
    }


@pytest.mark.parametrize("heading, auth", [("/youth", YouthAuth), ("/counsellor", CounsellorAuth)])
def test_what_a_connection_carries_stands_there(heading: str, auth: type[msgspec.Struct]) -> None:
    written = re.search(r"^`auth`: `(\{.*?\})`", section(heading), re.MULTILINE)
    assert written
    assert fields_in(written[1]) == fields_of(auth)


def test_the_error_codes_are_those_of_the_code() -> None:
    assert set(re.findall(r"^\| `(E_\w+)`", section("Error codes"), re.MULTILINE)) == {code.value for code in Code}


def test_the_kinds_of_log_entries_are_those_of_the_code() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", section("Log entries"), re.MULTILINE)) == {
        kind.value for kind in EntryKind
    }


def test_the_doors_are_those_of_the_app(tmp_path: Path) -> None:
    written = re.findall(r"^\| `(?:GET|POST|GET, POST) (/[^`…]*)", section("HTTP doors"), re.MULTILINE)
    settings = Config("k" * 40, f"sqlite:///{tmp_path / 'lyttepunkt.db'}", "http://127.0.0.1:5000")
    application = factory.build(settings, async_mode="threading", offload=factory.call_directly)
    rules = application.flask.url_map.iter_rules()
    assert set(written) == {rule.rule.removesuffix("<path:name>") for rule in rules}
