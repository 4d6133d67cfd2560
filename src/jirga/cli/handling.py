"""The verb that searches a file before it leaves the house."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json

if TYPE_CHECKING:
    from jirga.handling.cases import HeldCase
    from jirga.handling.held import Held
    from jirga.schema.words import Level

LEVELS = ("clear", "green", "amber", "red")


@jirga.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    required=True,
    type=click.Path(path_type=Path),
    metavar="CONFLICT-OR-CASE",
    help="The conflict file or case whose people and words are to be protected.",
)
@click.option(
    "--level", required=True, type=click.Choice(LEVELS), help="The highest level that FILE may hold."
)
@json_option
def leaks(file: Path, source: Path, level: Level, *, as_json: bool) -> None:
    """Search FILE, before it leaves, for anything of a conflict or a case that is above a level.

    Opens every part of it: docx, xlsx, pptx, zip, pdf, html, svg, xml, graphml, json, csv, txt, png, jpeg.
    Exits 1 if something is found, and 2 if FILE cannot be searched. What a picture shows is not read.

    \b
    Example:
      jirga leaks slides.pptx --from talks/ --level green
    """
    from dataclasses import asdict

    from jirga.errors import about
    from jirga.handling.files import held_file
    from jirga.handling.leaks import leaks as leaks_of

    held = held_file(source, level)
    with about(str(file)):
        found = leaks_of(file, held.protected)
    if as_json:
        print_json([asdict(one) for one in found])
    else:
        tell(file, held, [str(one) for one in found])
    if found:
        sys.exit(1)


def tell(file: Path, held: Held, found: list[str]) -> None:
    """Say what was found, and what could not be searched for."""
    from jirga.errors import one_line

    for one in found:
        click.echo(one_line(f"{file}: {one}"))
    if not found:
        many = len(held.protected.secrets)
        things = "1 thing is" if many == 1 else f"{many:,} things are"
        click.echo(one_line(f"{file}: nothing above level {held.level} was found; {things} protected"))
    say_anyway(held)


def say_anyway(held: Held | HeldCase) -> None:
    """Name the names that were left out and that what is kept says all the same."""
    from jirga.errors import one_line

    names = [one.text for one in held.said_anyway if one.what == "name"]
    if names:
        shown = ", ".join(repr(one) for one in names[:5]) + (", ..." if len(names) > 5 else "")
        what = f"above level {held.level}, but said in what is not, so not protected: {shown}"
        hint = "is that meant? Otherwise raise the level of what says it"
        click.echo(one_line(f"jirga: {what}. Hint: {hint}"), err=True)
