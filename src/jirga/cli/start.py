"""The verbs that show it at work, or start a file of your own."""

from __future__ import annotations

from pathlib import Path

import click

from jirga.cli.group import jirga
from jirga.cli.parts import refuse_to_overwrite, write_brief
from jirga.errors import FileTrouble


@jirga.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("brief.html"),
    show_default=True,
    help="The page to write.",
)
def demo(out: Path) -> None:
    """Solve the packaged Khyber-Kabul conflict and write its brief.

    \b
    Example:
      jirga demo --out brief.html
    """
    from jirga import api, terminal

    refuse_to_overwrite(out)
    conflict = api.example("khyber_kabul_2025")
    screen = terminal.console()
    terminal.show_answer(conflict.answer(short=True), screen)
    write_brief(conflict, out)
    screen.print("\nThe same with every source, as a page:")
    click.echo(str(out.resolve()))


def new_case(folder: Path, example: str | None, database: str | None) -> None:
    """Make a case whose conflict file is the starter, or a packaged conflict."""
    from jirga import case, examples

    if example and examples.beside(example):
        raise click.UsageError("linked conflicts are files beside each other; give a name ending in .yaml")
    text = examples.text(example) if example else examples.starter()
    case.new_case(folder, conflict=text, database=database or "")
    click.echo(f"Made the case {folder}. Next: jirga add {folder} FILE")


@jirga.command()
@click.argument("file", type=click.Path())
@click.option("--example", metavar="NAME", help="Start from a packaged conflict instead.")
@click.option("--database", metavar="URL", help="Of a case: keep its record in this PostgreSQL database.")
def new(file: str, example: str | None, database: str | None) -> None:
    """Write a commented starter file; of a name without .yaml, make a case: a folder with a record.

    \b
    Example:
      jirga new talks.yaml
    """
    path = Path(file)
    if file.endswith("/") or path.suffix.lower() not in {".yaml", ".yml"}:
        new_case(path, example, database)
    else:
        new_file(path, example)


def new_file(file: Path, example: str | None) -> None:
    """Write the starter, or a packaged conflict with the files that belong to it."""
    from jirga import examples
    from jirga.answer import phrases
    from jirga.conflict.text import write_text

    tables = examples.beside(example) if example else {}
    for one in (file, *map(file.with_name, tables)):
        if one.exists():
            raise FileTrouble(str(one), "is there already", "choose another name; nothing was changed")
    write_text(file, examples.text(example) if example else examples.starter())
    for name, text in tables.items():
        write_text(file.with_name(name), text)
    wrote = phrases.listing(map(str, (file, *map(file.with_name, tables))))
    click.echo(f"Wrote {wrote}. Next: jirga check {file}")
