"""The operator's commands: they do it, they say so, and they explain what they refuse."""

import pytest

from app.cli import doctor, length
from app.domain.embedding import is_embedding_origin
from app.persistence.municipalities import Municipality
from app.persistence.staff import Staff
from app.services import demo
from config import Config
from tests.cli.conftest import Run


@pytest.fixture
def ready(flask_command: Run) -> Run:
    """An installation with a database."""
    assert flask_command("database", "upgrade").exit_code == 0
    return flask_command


def add_alex(run: Run, *, email: str = "alex@example.dk", password: str = "a long enough password"):
    words = ("staff", "add", email, "--municipality", "demo", "--role", "counsellor", "--password-stdin")
    return run(*words, typed=password + "\n")


def test_the_demonstration_is_there_after_one_command_and_the_same_after_two(ready: Run) -> None:
    first = ready("demo", DEMO_PASSWORD="a password for the demo")
    second = ready("demo", DEMO_PASSWORD="a password for the demo")
    assert first.exit_code == second.exit_code == 0, first.output + second.output
    assert first.output == second.output
    for expected in ("http://127.0.0.1:5000/demo", "/console", "alex@demo.example", "a password for the demo"):
        assert expected in first.output


def test_the_demonstrations_school_may_embed_its_chat(ready: Run) -> None:
    assert "http://127.0.0.1:5001" in ready("demo").output
    assert "http://127.0.0.1:5001\nwith" in ready("municipality", "embed", "demo").output


@pytest.mark.parametrize("port", [1, 79, 5000, 65535])
def test_the_demonstrations_school_has_an_origin_beside_any_port(port: int) -> None:
    origin = demo.school_origin(port)
    assert is_embedding_origin(origin)
    assert origin.rpartition(":")[2] in {str(port - 1), str(port + 1)}


def test_the_demonstration_makes_a_password_when_none_is_given(ready: Run) -> None:
    outputs = {ready("demo").output for _ in range(2)}
    assert len(outputs) == 2


def test_a_municipality_and_its_counsellor(ready: Run) -> None:
    assert "/demo" in ready("municipality", "add", "demo", "Demo Kommune").output
    answer = add_alex(ready)
    assert answer.exit_code == 0, answer.output
    assert "alex@example.dk is counsellor in Demo Kommune." in answer.output


@pytest.mark.parametrize("slug", ["console", "Not A Slug", "demo"])
def test_a_slug_that_cannot_be_used_is_explained(ready: Run, slug: str) -> None:
    ready("municipality", "add", "demo", "Demo Kommune")
    answer = ready("municipality", "add", slug, "Another")
    assert answer.exit_code == 1
    assert "cannot be used" in answer.output


@pytest.mark.parametrize("name", ["n" * 81, "", "  "])
def test_a_name_that_does_not_fit_is_explained(ready: Run, name: str) -> None:
    for words in (("demo", name), ("demo", "Demo Kommune", "--chat-name", name)):
        answer = ready("municipality", "add", *words)
        assert answer.exit_code == 2
        assert "must have between 1 and 80 characters" in answer.output
    assert ready("municipality", "add", "demo", "n" * 80, "--chat-name", "c" * 80).exit_code == 0


@pytest.mark.parametrize("email", ["a" * 250 + "@x.dk", "", "  "])
def test_an_address_that_does_not_fit_is_explained(ready: Run, email: str) -> None:
    ready("municipality", "add", "demo", "Demo Kommune")
    answer = add_alex(ready, email=email)
    assert answer.exit_code == 2
    assert "must have between 1 and 254 characters" in answer.output


def test_the_lengths_are_those_of_the_columns() -> None:
    columns = Municipality.__table__.columns
    assert columns["name"].type.length == columns["chat_name"].type.length == length.NAME_MAX
    assert Staff.__table__.columns["email"].type.length == length.EMAIL_MAX


def test_refusals_of_staff_add_are_explained(ready: Run) -> None:
    assert "no municipality 'demo'" in add_alex(ready).output
    ready("municipality", "add", "demo", "Demo Kommune")
    short = add_alex(ready, password="kanariefugl")
    assert "at least 12 characters" in short.output
    assert "kanariefugl" not in short.output
    add_alex(ready)
    assert "already belongs" in add_alex(ready, email="ALEX@example.dk").output


def test_the_doctor_is_content_with_a_fresh_installation(ready: Run) -> None:
    answer = ready("doctor")
    assert answer.exit_code == 0, answer.output
    assert "FAIL" not in answer.output


def test_the_doctor_says_what_to_do_without_a_database(flask_command: Run) -> None:
    answer = flask_command("doctor")
    assert answer.exit_code == 1
    assert "flask database upgrade" in answer.output


@pytest.mark.parametrize(
    "address, trusted, well",
    [("http://127.0.0.1:5000", 0, True), ("https://x.dk", 1, True), ("https://x.dk", 0, False)],
)
def test_the_doctor_knows_whether_callers_can_be_told_apart(address: str, trusted: int, well: bool) -> None:
    settings = Config("k" * 40, "sqlite:///x.db", address, trusted_proxies=trusted)
    assert doctor.proxies(settings).is_well is well
