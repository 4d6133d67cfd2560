"""The verb that writes what is handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.group import jirga
from jirga.cli.handling import say_anyway
from jirga.cli.parts import file_argument, json_option, variant_option
from jirga.errors import FileTrouble

if TYPE_CHECKING:
    from jirga.brief.content.lines import Brief
    from jirga.brief.writing import Written
    from jirga.schema.words import Level

LEVELS = ("clear", "green", "amber", "red")


@jirga.command("brief")
@file_argument
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write: .html, .docx, .pdf, .txt or .json.",
)
@click.option("--check", "check_only", is_flag=True, help="Check a brief that was edited by hand.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --check: the conflict or case, to find what changed since.",
)
@json_option
@click.option("--level", type=click.Choice(LEVELS), help="Leave out all that is handled more strictly.")
@click.option(
    "--labels", type=click.Path(path_type=Path), metavar="FILE", help="What things are called in this copy."
)
@variant_option
def brief_(  # noqa: PLR0913  (one for each option of the verb)
    file: Path,
    to: Path | None,
    source: Path | None,
    level: Level | None,
    labels: Path | None,
    variant: str | None,
    *,
    check_only: bool,
    as_json: bool,
) -> None:
    """Write the brief of a conflict or a case: two pages, then annexes, every statement with its source.

    A copy at a level holds only what may be seen there; it is read back and searched for all the rest before
    it is put in its place. The same file gives the same brief, byte for byte.

    With --check, FILE is a brief that somebody edited: every sentence whose figures, names or negations
    are no longer those of what it leads to is listed. Exits 1 if there is one, 2 if FILE is no brief of ours.

    \b
    Example:
      jirga brief talks.yaml --to brief.html
      jirga brief --check brief.html --from talks.yaml
    """
    from jirga.cli.brief_check import check_brief

    if check_only:
        check_brief(file, made_now(source, labels, variant, file), as_json=as_json)
        return
    if to is None:
        raise click.UsageError("name the file to write with --to, or check FILE with --check")
    from jirga.brief.writing import kind_of, write_brief
    from jirga.handing import to_hand_over

    kind_of(to)
    refuse_what_is_no_brief(to)
    made = to_hand_over(file, variant=variant, level=level, labels=labels)
    written: list[Written] = []
    if made.held is None:
        written.append(write_brief(made.brief, to))
    else:
        from jirga.handling.writing import write_checked

        write_checked(to, lambda path: written.append(write_brief(made.brief, path)), made.held.protected)
        say_anyway(made.held)
    tell(to, written[0])


def made_now(source: Path | None, labels: Path | None, variant: str | None, copy: Path) -> Brief | None:
    """Make the brief as it would be written now, at the level of a copy."""
    if source is None:
        return None
    from jirga.brief.writing.carried import carried_form
    from jirga.handing import to_hand_over

    level = (carried_form(copy) or {}).get("level") or None
    if level is not None and level not in LEVELS:
        raise FileTrouble(
            str(copy), f"says it is for level {level!r}, which is none", "compare an older copy"
        )
    return to_hand_over(source, variant=variant, level=level, labels=labels).brief


def refuse_what_is_no_brief(to: Path) -> None:
    """Stop before a brief would be written over a file that is none of ours."""
    from jirga.brief.page import is_brief
    from jirga.brief.writing.carried import carried_form

    if to.exists() and carried_form(to) is None and not is_brief(to):
        hint = "name another file with --to; nothing was changed"
        raise FileTrouble(str(to), "is there already and is no brief", hint)


def tell(to: Path, written: Written) -> None:
    """Say where the brief is, and what to know of it before it is handed over."""
    pages = written.pages
    length = "" if pages is None else f", main part: {pages} {'page' if pages == 1 else 'pages'}"
    click.echo(f"Wrote {to}{length}")
    if written.unshown:
        what = f"No font on this machine shows \u201c{written.unshown}\u201d: empty boxes stand there."
        hint = "Install a font for its script and write the brief again, or hand over .docx or .html."
        click.echo(f"{what} {hint}", err=True)
