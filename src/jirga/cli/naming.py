"""The verbs of the register of a case: names in any script, suggested, and joined only by a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json
from jirga.cli.record import LEVELS, by_option, case_argument, hand, opened_case

KINDS = click.Choice(["party", "person", "place", "source"])


@jirga.command()
@case_argument
@click.argument("kind", type=KINDS, required=False, metavar="[party|person|place|source]")
@click.argument("name", required=False)
@click.argument("aliases", nargs=-1)
@click.option("--level", type=LEVELS, help="Who may see that these names are one; red if left out.")
@by_option
@json_option
def names(  # noqa: PLR0913  (one for each option)
    case: Path,
    kind: Any,
    name: str | None,
    aliases: tuple[str, ...],
    *,
    level: Any,
    by: str | None,
    as_json: bool,
) -> None:
    """List the register of a case, or put a name with its other names into it.

    \b
    Example:
      jirga names talks/ person "Noor Wali Masoud" "Noor Wali Mehsud"
    """
    from jirga import terminal
    from jirga.schema.answer import Table

    opened = opened_case(case)
    if kind and not name:
        raise click.UsageError("a kind goes with a name")
    if kind and name:
        kept = opened.register(kind, name, aliases, level=level, **hand(by))
        click.echo(f"Kept: {kept.name}", err=as_json)
    some = {one.id: one for one in opened.names()}
    if as_json:
        print_json([one.model_dump(mode="json") for one in some.values()])
        return
    rows = tuple(
        (one.kind, one.name, "; ".join(one.aliases), some[one.into].name if one.into else "")
        for one in some.values()
    )
    screen = terminal.console()
    if rows and not name:
        screen.print(terminal.grid(Table(("kind", "name", "also", "stands for"), rows)))
    elif not name:
        screen.print(f"No names yet. Next: jirga names {case} party NAME", soft_wrap=True)


@jirga.command()
@case_argument
@click.argument("name")
@click.option("--kind", type=KINDS, help="Only names of this kind.")
@json_option
def suggest(case: Path, name: str, kind: Any, *, as_json: bool) -> None:
    """Suggest which names of the register may be meant; nothing is joined.

    \b
    Example:
      jirga suggest talks/ "Noor Wali Mehsud"
    """
    some = opened_case(case).suggest(name, kind)
    if as_json:
        print_json(
            [{"like": round(one.like), "by": one.by, **one.name.model_dump(mode="json")} for one in some]
        )
        return
    for one in some:
        other = f" (as {one.by})" if one.by != one.name.name else ""
        click.echo(f"{one.name.name}, {one.name.kind}{other}: {one.like:.0f} of 100 alike")
    if not some:
        click.echo("No name in the register is much like it.")


@jirga.command()
@case_argument
@click.argument("name")
@click.argument("into", required=False)
@click.option("--undo", is_flag=True, help="Let NAME stand for itself again.")
@by_option
def merge(case: Path, name: str, into: str | None, *, undo: bool, by: str | None) -> None:
    """Let one name of the register stand for another; --undo takes it back.

    \b
    Example:
      jirga merge talks/ "Noor Wali Mehsud" "Noor Wali Masoud"
    """
    opened = opened_case(case)
    if undo == bool(into):
        raise click.UsageError("give INTO, or --undo")
    if into:
        lead = opened.merge(name, into, **hand(by))
        click.echo(
            f"Merged: {name} now stands for {lead.name}. To take it back: jirga merge {case} {name!r} --undo"
        )
    else:
        click.echo(f"Taken back: {opened.unmerge(name, **hand(by)).name} stands for itself")
