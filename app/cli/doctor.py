"""``flask doctor``: what is well and what is not, before anyone relies on it."""

import sys

import click
from flask.cli import with_appcontext

from app.cli.composition import config
from app.persistence import checkup
from app.persistence.checkup import Finding
from config import Config


@click.command("doctor")
@with_appcontext
def command() -> None:
    """Examine this installation. Exits with 1 when something needs attention."""
    findings = [address(config()), proxies(config()), *checkup.findings(config().database_url)]
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
