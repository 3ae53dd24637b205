"""``flask doctor``: what is well and what is not, before anyone relies on it."""

import sys
from collections.abc import Iterable
from datetime import date

import click
from flask.cli import with_appcontext

from app import clock
from app.cli.composition import config
from app.domain.help_number import VERIFIED_FOR, HelpNumber
from app.domain.help_numbers import HELP_NUMBERS
from app.persistence import checkup
from app.persistence.checkup import Finding
from config import Config


@click.command("doctor")
@with_appcontext
def command() -> None:
    """Examine this installation. Exits with 1 when something needs attention."""
    findings = [
        address(config()),
        proxies(config()),
        *checkup.findings(config().database_url),
        *help_numbers(HELP_NUMBERS, clock.now().date()),
    ]
    for finding in findings:
        click.echo(f"{'ok  ' if finding.is_well else 'FAIL'}  {finding.text}")
    if not all(finding.is_well for finding in findings):
        sys.exit(1)


def address(settings: Config) -> Finding:
    """Say where browsers find us; start-up has already refused a public address without https."""
    return Finding(True, f"Browsers find this installation at {settings.public_url}.")


def proxies(settings: Config) -> Finding:
    """Find limits that cannot tell callers apart: this server speaks plain http, so https means a proxy in front."""
    if settings.is_secure and settings.trusted_proxies == 0:
        return Finding(
            False, "Everybody shares one allowance: behind a proxy, set TRUSTED_PROXIES (docs/operations.md)."
        )
    return Finding(True, f"Limits count callers as seen through {settings.trusted_proxies} proxies.")


def help_numbers(numbers: Iterable[HelpNumber], today: date) -> list[Finding]:
    """Name every number that has to be verified again."""
    due = [number for number in numbers if number.is_due(today)]
    if not due:
        return [Finding(True, f"Every help number was verified within {VERIFIED_FOR.days} days.")]
    return [Finding(False, _verify_again(number)) for number in due]


def _verify_again(number: HelpNumber) -> str:
    return (
        f"{number.digits}, {number.name}, was last verified on {number.verified_on}. "
        f"Verify it at {number.source} (docs/help-numbers.md)."
    )
