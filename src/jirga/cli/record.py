"""The verbs of the record: documents in, what was said found again, and nothing lost or changed unseen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json
from jirga.errors import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from jirga.case import Case
    from jirga.schema.record import Document

case_argument = click.argument("case", type=click.Path(path_type=Path))
by_option = click.option(
    "--by", metavar="NAME", envvar="JIRGA_BY", help="Who does it; your login if left out."
)
LEVELS = click.Choice(["clear", "green", "amber", "red"])
LONG = 34
ABOUT = ("name", "title", "publisher", "author", "address", "date", "language", "licence")


def opened_case(folder: Path) -> Case:
    """Open a case, and say if its record was brought up to date."""
    from jirga.case import open_case

    case = open_case(folder)
    if case.copy is not None:
        click.echo(f"jirga: the record was of an older version; a copy of it is {case.copy}", err=True)
    return case


def hand(by: str | None) -> dict[str, str]:
    """Say who does something, and when: this is where the clock is read."""
    import datetime as dt
    import getpass

    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return {"by": by or getpass.getuser(), "at": now}


@jirga.command()
@case_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--publisher", help="Who published it.")
@click.option("--address", help="Where it was found.")
@click.option("--date", metavar="DATE", help="When: 2025-03-07, 2025-03, 2025 or 2025-03-05/2025-03-08.")
@click.option("--licence", help="What may be done with it.")
@click.option("--level", type=LEVELS, help="Who may see it; red if left out.")
@click.option("--language", help="Its language, by two or three letters.")
@click.option("--title", help="What it is called.")
@click.option("--author", help="Who wrote it.")
@click.option("--name", help="The short name to cite it by; made from the file's name if left out.")
@by_option
@json_option
def add(case: Path, files: tuple[Path, ...], by: str | None, *, as_json: bool, **said: str | None) -> None:
    """Put documents into a case: txt, html, docx or pdf files, or folders of them.

    The same file twice is one document. A file that cannot be read is named, and the rest are added;
    then it exits 1.

    \b
    Example:
      jirga add talks/ article.txt --publisher "The Paper" --date 2025-03-07
    """
    known = {key: value for key, value in said.items() if value}
    refused, lines = 0, []
    for path, one in opened_case(case).add(files, **hand(by), **known):
        refused += isinstance(one, Exception)
        if isinstance(one, Exception):
            click.echo(f"jirga: {one}", err=True)
        elif as_json:
            about = {"near": [list(near) for near in one.near], **one.document.model_dump(mode="json")}
            lines.append({"file": str(path), "new": one.new, **about})
        else:
            click.echo(added_line(path, one))
    if as_json:
        print_json(lines)
    if refused:
        sys.exit(1)


def added_line(path: Path, one: Any) -> str:
    """Say what became of a file."""
    document = one.document
    if not one.new:
        return one_line(f"{path}: is there already, as {document.name}")
    near = "".join(f"; {share:.0%} of the shorter is also in {name}" for name, share in one.near)
    return one_line(f"{path}: {document.name}, {document.chars:,} signs{near}")


@jirga.command()
@case_argument
@json_option
def documents(case: Path, *, as_json: bool) -> None:
    """List the documents of a case.

    \b
    Example:
      jirga documents talks/
    """
    from jirga import terminal
    from jirga.schema.answer import Table

    opened = opened_case(case)
    some, gone = opened.documents(), opened.withdrawn()
    if as_json:
        print_json([{**one.model_dump(mode="json"), "retracted": gone.document(one)} for one in some])
        return
    rows = tuple(document_row(one, gone.document(one)) for one in some)
    screen = terminal.console()
    if not rows:
        screen.print(f"No documents yet. Next: jirga add {case} FILE", soft_wrap=True)
        return
    screen.print(terminal.grid(Table(("name", "date", "publisher", "title", "level"), rows)))


def document_row(one: Document, retracted: str) -> tuple[str, ...]:
    """Say of a document what it is cited by, when and by whom it was published, and who may see it."""
    date = one.published.text if one.published else ""
    standing = f"retracted: {retracted}" if retracted else one.level
    return one.name, date, one.publisher, one.title or one.file_name, standing


@jirga.command()
@case_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many to show.")
@json_option
def search(case: Path, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Find the passages and claims of a case that have every word, in any script.

    Accents, case and look-alike letters do not count. What was retracted, and what became of a claim, stands
    behind it.

    \b
    Example:
      jirga search talks/ torkham
    """
    from dataclasses import asdict

    from jirga import terminal

    opened = opened_case(case)
    hits = opened.search(" ".join(words), limit)
    names = {one.id: one.name for one in opened.documents()}
    if as_json:
        print_json(
            [
                {**asdict(one), "document": names[one.document], "standing": opened.standing(one)}
                for one in hits
            ]
        )
        return
    screen = terminal.console()
    for one in hits:
        found = f"\u201c{' '.join(one.quote.split())}\u201d"
        standing = opened.standing(one)
        show_hit(f"{names[one.document]}#{one.ref}", f"{found} [{standing}]" if standing else found, screen)
    if not hits:
        screen.print("Nothing has all of these words.")


def show_hit(where: str, said: str, screen: Console) -> None:
    """Print what was found beside where it stands, or below it where that is long."""
    from rich.text import Text

    from jirga import terminal

    lead = f"{where}  "
    if len(lead) > LONG:
        screen.print(where, markup=False, highlight=False, soft_wrap=True)
        lead = "  "
    terminal.show_hanging(Text(said), screen, lead)
