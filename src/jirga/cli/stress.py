"""The verbs that ask what an answer hangs on, and what would unlock an outcome."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.families import STANDARDS, ask
from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, opened, show, together_option, variant_option

if TYPE_CHECKING:
    from jirga.schema.words import Standard

by_option = click.option(
    "--by",
    type=click.Choice(STANDARDS),
    default="seq",
    show_default=True,
    help="The standard that it is to hold by.",
)


@jirga.command()
@file_argument
@by_option
@variant_option
@together_option
@json_option
def hangs(file: Path, by: Standard, variant: str | None, together: int, *, as_json: bool) -> None:
    """Say what the answer hangs on: every single edit of the file, made and solved again.

    \b
    Example:
      jirga hangs talks.yaml --by nash
    """
    from jirga import terminal
    from jirga.schema import words

    conflict = opened(file, variant).together(together)
    standards = words.STANDARDS if as_json else (by,)
    with terminal.counting("Trying edits") as tell:
        found = conflict.hangs(by=by, standards=standards, tell=tell)
    show(found, as_json=as_json)


@jirga.command()
@file_argument
@click.argument("outcome")
@by_option
@click.option(
    "--changes",
    type=click.IntRange(1, 4),
    default=3,
    show_default=True,
    metavar="N",
    help="The most changes in a set.",
)
@variant_option
@together_option
@json_option
def unlock(  # noqa: PLR0913  (one for each option of the verb)
    file: Path, outcome: str, by: Standard, changes: int, variant: str | None, together: int, *, as_json: bool
) -> None:
    """Say which smallest sets of changes would make an outcome hold, and the way there.

    \b
    Example:
      jirga unlock talks.yaml "mutual truce" --changes 2
    """
    ask(
        file,
        variant,
        lambda conflict: conflict.together(together).unlock(outcome, by=by, changes=changes),
        as_json=as_json,
    )
