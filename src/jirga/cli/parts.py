"""What several verbs share: their arguments, how a file is opened, how an answer is printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.errors import FileTrouble

if TYPE_CHECKING:
    from jirga.api import Conflict
    from jirga.schema.answer import Answer

file_argument = click.argument("file", type=click.Path(path_type=Path))
variant_option = click.option("--variant", metavar="NAME", help="Solve this variant of the file.")
together_option = click.option(
    "--together",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    metavar="N",
    help="How many parties may move together in one step.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of sentences.")


def opened(file: Path, variant: str | None) -> Conflict:
    """Load a conflict that can be solved, or a variant of it."""
    from jirga import api

    conflict = api.load(file)
    return conflict.variant(variant) if variant is not None else conflict


def show(found: Answer, *, as_json: bool) -> None:
    """Print an answer; if somebody stopped it on the way, say so and exit 1."""
    from jirga import terminal

    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())
    if getattr(found, "figures", {}).get("stopped", False):
        click.echo("jirga: stopped on the way; what is said is of what was solved until then", err=True)
        sys.exit(1)


def refuse_to_overwrite(path: Path) -> None:
    """Stop before a page would be written over a file that is no brief of ours."""
    from jirga.brief.page import is_brief

    if path.exists() and not is_brief(path):
        hint = "name another file with --out or --brief"
        raise FileTrouble(str(path), "is there already and is no brief", hint)


def write_brief(conflict: Conflict, path: Path) -> None:
    """Write the page."""
    from jirga.brief.page import page
    from jirga.conflict.text import write_text

    write_text(path, page(conflict.analysis))


def print_json(value: Any, indent: int | None = None) -> None:
    """Print JSON as UTF-8, whatever the terminal's encoding."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=indent, default=str).encode())
