"""The verbs that lay a file or a case out in other forms, and take it back in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.group import jirga
from jirga.cli.handling import say_anyway
from jirga.cli.parts import file_argument
from jirga.cli.record import LEVELS, by_option, hand
from jirga.errors import FileTrouble, ManyTroubles, one_line

if TYPE_CHECKING:
    from jirga.exchange.taken import Taken
    from jirga.schema.words import Level

MOST_SHOWN = 40
sheet_argument = click.argument("sheet", type=click.Path(path_type=Path))


@jirga.command("import")
@sheet_argument
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--into", metavar="FILE", type=click.Path(path_type=Path), help="The conflict file, or the case."
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@by_option
def import_(sheet: Path, file: Path | None, into: Path | None, *, dry_run: bool, by: str | None) -> None:
    """Take SHEET into a conflict file or a case: a book or lines of JSON that jirga export wrote.

    A changed cell changes just that; comments and everything else stay as they are written. A changed claim
    becomes a correction in your name. Nothing is deleted. If anything cannot be read, nothing is written.
    SHEET may also be positions alone, in CSV or Excel, with #A #P #M #D lines, or KTAB's CSV;
    these can start FILE.

    \b
    Example:
      jirga import positions.xlsx --into talks.yaml
    """
    from jirga.exchange.books import is_whole_book

    if (file is None) == (into is None):
        raise click.UsageError("name one file or case: jirga import SHEET --into FILE")
    target = file or into
    if target is None:
        return
    ending = sheet.suffix.lower()
    if ending == ".jsonl" or (ending == ".xlsx" and is_whole_book(sheet)):
        take(sheet, target, by, dry_run=dry_run)
    else:
        take_positions(sheet, target, dry_run=dry_run)


def take(sheet: Path, target: Path, by: str | None, *, dry_run: bool) -> None:
    """Take a book or lines in, and say what changed; every trouble on a line of its own."""
    from jirga.exchange.handing import take_in

    try:
        found = take_in(sheet, target)
    except ManyTroubles as several:
        for trouble in several.troubles:
            click.echo(f"jirga: {trouble}", err=True)
        click.echo("jirga: nothing was changed", err=True)
        sys.exit(2)
    tell(found)
    for trouble in found.refused:
        click.echo(f"jirga: {trouble}", err=True)
    if found.nothing:
        click.echo(f"{target} says the same already; it was not written.")
    elif dry_run:
        click.echo(f"Nothing was written. Without --dry-run it goes into {target}.")
    else:
        found.write(**hand(by), note=f"from {sheet.name}")
        many = len(found.changes)
        click.echo(f"Wrote {target}: {many} change{'s' * (many != 1)}. Next: jirga check {target}")
    if found.refused:
        sys.exit(1)


def tell(found: Taken) -> None:
    """Say what changes, and what a person should know besides."""
    for line in found.changes[:MOST_SHOWN]:
        click.echo(one_line(line))
    if len(found.changes) > MOST_SHOWN:
        click.echo(f"... and {len(found.changes) - MOST_SHOWN} more")
    for note in found.notes:
        click.echo(f"Note: {one_line(note)}.")


def take_positions(sheet: Path, file: Path, *, dry_run: bool) -> None:
    """Take positions alone in."""
    from jirga import api

    found = api.import_positions(sheet, file)
    for note in found.notes:
        click.echo(note)
    if not (found.added or found.changed):
        click.echo(f"{file} says the same already; it was not written.")
        return
    kept = f", {found.kept} not in the sheet kept" if found.kept else ""
    told = f"{found.added} positions new, {found.changed} changed{kept}"
    if dry_run:
        click.echo(f"Nothing was written. Without --dry-run: {told}.")
        return
    found.file.write(file)
    click.echo(f"Wrote {file}: {told}. Next: jirga check {file}")


@jirga.command()
@file_argument
@click.argument("sheet", required=False, type=click.Path(path_type=Path))
@click.option(
    "--to", metavar="BOOK", type=click.Path(path_type=Path), help="Where to; its ending says in what form."
)
@click.option("--level", type=LEVELS, help="Leave out all above this level, and check what was written.")
def export(file: Path, sheet: Path | None, to: Path | None, level: Level | None) -> None:
    """Lay FILE, a conflict file or a case, out in another form: sheets, a graph, or lines of JSON.

    BOOK ends in .xlsx (stakeholders, options, wants, positions and, of a case, claims, to be edited and
    brought back), .graphml (actors and their ties, for Gephi), .jsonl (everything, one record a line) or .csv
    (positions). A SHEET without --to, in .csv or .xlsx, gets the positions alone.

    \b
    Example:
      jirga export talks.yaml --to book.xlsx
    """
    if (sheet is None) == (to is None):
        raise click.UsageError("name one file to write: jirga export FILE --to BOOK")
    if sheet is not None:
        lay_out_positions(file, sheet, level)
    elif to is not None:
        refuse_to_lose(to)
        from jirga.exchange.handing import hand_out

        many = hand_out(file, to, level)
        told = ", ".join(f"{number} {what if number == 1 else plural(what)}" for what, number in many.items())
        back = f" Bring it back with: jirga import {to} --into {file}" if to.suffix.lower() in BACK else ""
        click.echo(f"Wrote {to}: {told}.{back}")
        if level is not None:
            from jirga.case import is_case
            from jirga.handling.files import held_case, held_file

            say_anyway(held_case(file, level) if is_case(file) else held_file(file, level))


BACK = (".xlsx", ".jsonl")


def plural(what: str) -> str:
    """Write a noun for several.

    >>> plural("party"), plural("want"), plural("body"), plural("consent")
    ('parties', 'wants', 'bodies', 'consents')
    """
    return f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"


def refuse_to_lose(path: Path) -> None:
    """Stop before a file would be written over."""
    if path.exists():
        raise FileTrouble(str(path), "is there already", "choose another name; nothing was changed")


def lay_out_positions(file: Path, sheet: Path, level: Level | None) -> None:
    """Lay the positions out alone."""
    from jirga import api

    if sheet.suffix.lower() not in {".csv", ".xlsx"}:
        raise click.UsageError("SHEET ends in .csv or .xlsx")
    if level is not None:
        raise click.UsageError("--level goes with --to")
    refuse_to_lose(sheet)
    many = api.export_positions(file, sheet)
    click.echo(f"Wrote {sheet}: {many} positions. Bring it back with: jirga import {sheet} {file}")
