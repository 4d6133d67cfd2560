"""The verbs that ask what would hold, and whether it can be got to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import (
    file_argument,
    json_option,
    opened,
    refuse_to_overwrite,
    together_option,
    variant_option,
    write_brief,
)
from jirga.errors import JirgaError


@jirga.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@variant_option
@together_option
@json_option
@click.option("--all-states", is_flag=True, help="With --json: every state and every party's verdict on it.")
@click.option("--where", metavar="FORMULA", help="List the states that hold and meet this formula, too.")
@click.option("--stress", is_flag=True, help="Say, too, in a line each what the answer hangs on.")
@click.option("--brief", type=click.Path(path_type=Path), help="Write the answer as a page, too.")
def solve(  # noqa: PLR0913  (one for each option of the verb)
    files: tuple[Path, ...],
    variant: str | None,
    together: int,
    *,
    as_json: bool,
    all_states: bool,
    where: str | None,
    stress: bool,
    brief: Path | None,
) -> None:
    """Answer the file's question: what holds, who would leave, what can be got to.

    With --json and several files, prints one object a line.

    \b
    Example:
      jirga solve talks.yaml --json
    """
    from jirga import terminal

    refuse_mixed(as_json=as_json, all_states=all_states, stress=stress)
    if brief is not None and len(files) > 1:
        raise click.UsageError("--brief takes one FILE")
    if brief is not None:
        refuse_to_overwrite(brief)
    failed = False
    for file in files:
        try:
            with terminal.progress(f"Solving {file} ..."):
                conflict = opened(file, variant).together(together)
                shown: Any = (
                    conflict.solve(all_states=all_states, where=where)
                    if as_json
                    else conflict.answer(where=where, stress=stress)
                )
        except JirgaError as trouble:
            if len(files) == 1:
                raise
            click.echo(f"jirga: {trouble}", err=True)
            failed = True
            continue
        if as_json:
            click.echo(shown.to_json().encode())
        else:
            terminal.show_answer(shown, terminal.console())
        if brief is not None:
            write_brief(conflict, brief)
            click.echo(str(brief.resolve()), err=as_json)
    if failed:
        sys.exit(2)


def refuse_mixed(*, as_json: bool, all_states: bool, stress: bool) -> None:
    """Stop at flags that do not go together."""
    if all_states and not as_json:
        raise click.UsageError("--all-states goes with --json")
    if stress and as_json:
        raise click.UsageError("--stress goes without --json; hangs, ranges, without and watch have --json")


@jirga.command()
@file_argument
@click.argument("outcome")
@variant_option
@together_option
@json_option
def explain(file: Path, outcome: str, variant: str | None, together: int, *, as_json: bool) -> None:
    """Say why one outcome holds or breaks, and the way to it.

    \b
    Example:
      jirga explain talks.yaml "mutual truce"
    """
    from jirga import terminal

    with terminal.progress("Solving ..."):
        found = opened(file, variant).together(together).explain(outcome)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())


@jirga.command()
@file_argument
@variant_option
@json_option
def views(file: Path, variant: str | None, *, as_json: bool) -> None:
    """Say what holds where each party goes by its own view of the others, and whom that surprises.

    \b
    Example:
      jirga views talks.yaml
    """
    from jirga import terminal

    with terminal.progress("Solving each view ..."):
        found = opened(file, variant).views()
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())
