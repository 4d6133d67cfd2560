"""The verbs that take positions from a table, and lay them out in one."""

from __future__ import annotations

from pathlib import Path

import click

from jirga.cli.group import jirga
from jirga.cli.parts import file_argument
from jirga.errors import FileTrouble

sheet_argument = click.argument("sheet", type=click.Path(path_type=Path))


@jirga.command("import")
@sheet_argument
@file_argument
def import_(sheet: Path, file: Path) -> None:
    """Take positions from SHEET into the conflict file FILE, or start FILE from it.

    SHEET is CSV or Excel as `jirga export` writes it, a file with #A #P #M #D lines, or KTAB's CSV.
    What is the same stays as it is written, comments too; positions that SHEET does not have are kept.

    \b
    Example:
      jirga import positions.xlsx talks.yaml
    """
    from jirga import api

    found = api.import_positions(sheet, file)
    for note in found.notes:
        click.echo(note)
    if not (found.added or found.changed):
        click.echo(f"{file} says the same already; it was not written.")
        return
    found.file.write(file)
    kept = f", {found.kept} not in the sheet kept" if found.kept else ""
    click.echo(
        f"Wrote {file}: {found.added} positions new, {found.changed} changed{kept}. Next: jirga check {file}"
    )


@jirga.command()
@file_argument
@sheet_argument
def export(file: Path, sheet: Path) -> None:
    """Lay the positions of FILE out as a table, one row for each party on each issue, to be edited.

    SHEET ends in .csv or .xlsx. Bring it back with jirga import.

    \b
    Example:
      jirga export talks.yaml positions.xlsx
    """
    from jirga import api

    if sheet.suffix.lower() not in {".csv", ".xlsx"}:
        raise click.UsageError("SHEET ends in .csv or .xlsx")
    if sheet.exists():
        raise FileTrouble(str(sheet), "is there already", "choose another name; nothing was changed")
    many = api.export_positions(file, sheet)
    click.echo(f"Wrote {sheet}: {many} positions. Bring it back with: jirga import {sheet} {file}")
