"""The operator's commands: they do it, they say so, and they explain what they refuse."""

import re
from datetime import time, timedelta

import pytest
import time_machine
from sqlalchemy import create_engine, make_url, text

from app.cli import doctor, help_numbers, length
from app.domain.embedding import is_embedding_origin
from app.domain.help_numbers import HELP_NUMBERS
from app.domain.weekly_hours import on
from app.persistence.municipalities import Municipality
from app.persistence.staff import Staff
from app.services import demo
from config import Config
from tests.cli.conftest import Run, installation
from tests.servers.postgresql import Postgresql


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
    with time_machine.travel(max(number.verified_on for number in HELP_NUMBERS)):
        answer = ready("doctor")
    assert answer.exit_code == 0, answer.output
    assert "FAIL" not in answer.output


@pytest.mark.parametrize("days, due", [(90, False), (91, True)])
def test_the_doctor_names_a_number_that_nobody_has_verified_for_ninety_days(ready: Run, days: int, due: bool) -> None:
    with time_machine.travel(min(number.verified_on for number in HELP_NUMBERS) + timedelta(days=days)):
        answer = ready("doctor")
    assert answer.exit_code == (1 if due else 0), answer.output
    assert ("70 201 201, Livslinien, was last verified on" in answer.output) is due


def test_the_help_numbers_are_listed_with_how_they_are_known(flask_command: Run) -> None:
    answer = flask_command("help-numbers")
    assert answer.exit_code == 0
    header, *rows = (re.split(r" {2,}", line) for line in answer.output.splitlines())
    assert header == ["number", "name", "hours", "verified on", "source"]
    assert ["1888", "Lev Uden Vold", "around the clock", "2026-11-25", "levudenvold.dk"] in rows
    assert len(rows) == len(HELP_NUMBERS)


def test_hours_that_differ_by_the_day_are_listed_by_the_day() -> None:
    hours = on([0, 1], time(9), time(15)) + on([5], time(22), time(4))
    assert help_numbers.in_short(hours) == "Mon 09:00-15:00, Tue 09:00-15:00, Sat 22:00-04:00"
    assert help_numbers.in_short(None) == "unknown"


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


def test_the_doctor_warns_when_postgresql_logs_what_it_is_asked(postgres: Postgresql, postgres_template: str) -> None:
    url = postgres.create_database(postgres_template)
    for run in installation(url):
        assert run("doctor").exit_code == 0
        for setting in ("log_statement = 'all'", "log_min_duration_statement = 0"):
            set_for(url, setting)
            answer = run("doctor")
            assert answer.exit_code == 1
            assert "PostgreSQL logs statements" in answer.output


def set_for(url: str, setting: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {make_url(url).database} RESET ALL"))
        connection.execute(text(f"ALTER DATABASE {make_url(url).database} SET {setting}"))
    engine.dispose()
