"""The verbs that ask what would change the answer."""

from __future__ import annotations

from pathlib import Path

import click

from jirga.cli.families import ask
from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, opened, print_json


@jirga.command()
@file_argument
@click.option("--parties", is_flag=True, help="Compare outcomes party by party instead: better or worse.")
@json_option
def compare(file: Path, *, parties: bool, as_json: bool) -> None:
    """Lay out every outcome under every variant in one table.

    \b
    Example:
      jirga compare talks.yaml --parties
    """
    if parties:
        ask(file, None, lambda conflict: conflict.compare_parties(), as_json=as_json)
        return
    from dataclasses import asdict

    from jirga import terminal

    with terminal.progress("Solving every variant ..."):
        found = opened(file, None).compare()
    if as_json:
        print_json(asdict(found))
    else:
        terminal.show_section(found, terminal.console())
