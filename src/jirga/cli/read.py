"""The verb that reads texts and proposes claims, each with the words that say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json
from jirga.cli.record import by_option
from jirga.errors import FileTrouble, one_line

if TYPE_CHECKING:
    from jirga.reading.folder import Done


@jirga.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="When they were published, as 2025-03-07.")
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="CASE", help="Add them to this case, propose there."
)
@by_option
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Write the proposals of each file here."
)
@click.option("--endpoint", is_flag=True, help="Ask the configured endpoint instead of the rules.")
@json_option
def read(  # noqa: PLR0913  (one for each option)
    files: tuple[Path, ...],
    published: str | None,
    out: Path | None,
    into: Path | None,
    by: str | None,
    *,
    endpoint: bool,
    as_json: bool,
) -> None:
    """Read texts and propose figures, incidents, stances and ties, each with its exact words.

    Works by rules, offline. What it finds is a proposal: a person accepts it, or does not.
    A folder stands for the text files in it; with --into, for every file of a kind that jirga add takes.

    \b
    Example:
      jirga read talks.yaml --published 2025-03-07 --json
    """
    from jirga.reading.folder import read as by_rules

    if into is not None:
        from jirga.cli.reading_into import read_into_case

        read_into_case(files, into, published, by, endpoint=endpoint, as_json=as_json)
        return
    if published is None:
        raise click.UsageError("say --published DATE: 'last week' hangs on it")
    day, texts = as_day(published), listed(files)
    if out is not None and not endpoint:
        report(watched(texts, out, day), out)
        return
    propose = asking() if endpoint else by_rules
    found = [propose(text_of(file), day, file.stem) for file in texts]
    if as_json:
        print_json(found[0] if len(found) == 1 else found, indent=1)
        return
    for one in found:
        show(one)


def asking() -> Callable[[str, dt.date, str], dict[str, Any]]:
    """Give what asks the configured endpoint; nothing is sent anywhere unless there is one."""
    from jirga.reading.asked import asked
    from jirga.reading.endpoint import BASE, MODEL, configured

    other = configured()
    if other is None:
        raise click.UsageError(f"no endpoint is configured; set {BASE} and {MODEL}")
    return lambda text, day, name: asked(other, text, day, name)


def watched(texts: list[Path], out: Path, day: dt.date) -> tuple[Done, ...]:
    """Read many files, and say at a terminal how many are done."""
    from jirga import terminal
    from jirga.reading.folder import read_folder

    with terminal.console(errors=True).status("Reading ...") as status:
        told = count(1)
        return read_folder(
            texts, out, day, told=lambda _: status.update(f"Reading ... {next(told):,} of {len(texts):,}")
        )


def as_day(written: str) -> dt.date:
    """Read the day of publication; a month stands for its first day."""
    try:
        return dt.date.fromisoformat(written if len(written) > 7 else f"{written}-01")
    except ValueError:
        raise click.BadParameter(
            f"'{written}' is no date; write it as 2025-03-07", param_hint="--published"
        ) from None


def listed(files: tuple[Path, ...]) -> list[Path]:
    """Give the files to read, those of a folder in the order of their names."""
    found = [one for file in files for one in (sorted(file.glob("*.txt")) if file.is_dir() else [file])]
    if not found:
        raise FileTrouble(str(files[0]), "has no text files in it", "name files that end in .txt")
    return found


def text_of(file: Path) -> str:
    """Read a file of plain text, with its line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise FileTrouble(
            str(file), "is not text in UTF-8", "save it as plain text, or add it to a case"
        ) from None
    except OSError as trouble:
        raise FileTrouble(str(file), trouble.strerror or "cannot be opened", "check its name") from None


def report(done: tuple[Done, ...], out: Path) -> None:
    """Say what became of every file; a broken one is named."""
    for one in done:
        if one.state == "broken":
            click.echo(f"{one.file}: skipped: {one.why}", err=True)
    counted = [sum(one.state == state for one in done) for state in ("read", "kept", "broken")]
    click.echo(f"{out}: {counted[0]} read, {counted[1]} there before, {counted[2]} skipped")


def show(found: dict[str, Any]) -> None:
    """Print the figures of a text as a table, and how much else was found."""
    from rich.table import Table

    from jirga import terminal

    screen = terminal.console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("words", "counts", "when", "where", "says"):
        table.add_column(head, overflow="fold")
    for one in found["figures"]:
        table.add_row(*(one_line(cell) for cell in cells(one)))
    screen.print(
        f"{found['doc']['id']}: {len(found['figures'])} figures, {len(found['incidents'])} incidents, "
        f"{len(found['statements'])} stances, {len(found['ties'])} ties"
    )
    if found["figures"]:
        screen.print(table)
    for line in (one_line(" ".join(one.split())) for one in others(found)):
        screen.print(line, markup=False, highlight=False)
    for one in found.get("refused", ()):
        screen.print(one_line(f"refused: {one['quote']}: {one['why']}"), markup=False, highlight=False)
    screen.print("Carried over from earlier in the text: in brackets. All of these are proposals.")


def others(found: dict[str, Any]) -> Iterator[str]:
    """Write the incidents, stances and ties of a text, a line each."""
    for one in found["incidents"]:
        when, where = one["date"], one["place"]
        day = (when["start"] or when["end"] or "") if when else ""
        said = "; ".join(filter(None, (day, where["norm"] if where else "", *map(toll, one["casualties"]))))
        yield f"{one['type'].replace('_', ' ')}{f' ({said})' if said else ''}: {one['span']}"
    for one in found["statements"]:
        yield f"{one['speaker']['norm']}: {one['act'].replace('_', ' ')} ({one['stance']}): {one['span']}"
    for one in found["ties"]:
        status = "" if one["status"] == "asserted" else f" ({one['status']})"
        yield f"{one['source']} {one['relation'].replace('_', ' ')} {one['target']}{status}: {one['span']}"


def toll(one: dict[str, Any]) -> str:
    """Write what happened to one group."""
    done = ((one["killed"], "killed"), (one["injured"], "injured"))
    return f"{one['group']} " + ", ".join(f"{many} {what}" for many, what in done if many is not None)


def cells(one: dict[str, Any]) -> tuple[str, ...]:
    """Write a figure as the cells of a row; what is carried over stands in brackets."""
    when, where, who = one["period"], one["place"], one["claimant"]
    days = " to ".join(dict.fromkeys(day or "..." for day in (when["start"], when["end"]))) if when else ""
    shown = [(days, when), (where["norm"] if where else "", where), (who["norm"] if who else "", who)]
    marked = (f"({text})" if of and of["kind"] != "stated" else text for text, of in shown)
    return (" ".join(one["span"].split()), one["unit"].replace("_", " "), *marked)
