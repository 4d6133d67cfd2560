"""The verb that solves two conflicts together which share a party."""

from __future__ import annotations

from pathlib import Path

import click

from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, together_option


@jirga.command()
@file_argument
@together_option
@json_option
def link(file: Path, together: int, *, as_json: bool) -> None:
    """Solve two conflicts that share a party: what one carries at the other.

    FILE names the two conflict files, who sits at both, and what it puts first.

    \b
    Example:
      jirga link tables.yaml
    """
    from jirga import api, terminal

    with terminal.progress("Solving both tables ..."):
        linked = api.linked(file).together(together)
        solved = linked.solve() if as_json else None
        answered = None if as_json else linked.answer()
    if solved is not None:
        click.echo(solved.to_json().encode())
    if answered is not None:
        terminal.show_answer(answered, terminal.console())
