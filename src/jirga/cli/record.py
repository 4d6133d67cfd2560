"""The verbs of the record: documents in, what was said found again, and nothing lost or changed unseen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json

if TYPE_CHECKING:
    from jirga.case import Case
    from jirga.schema.record import Document

case_argument = click.argument("case", type=click.Path(path_type=Path))
by_option = click.option(
    "--by", metavar="NAME", envvar="JIRGA_BY", help="Who does it; your login if left out."
)
LEVELS = click.Choice(["clear", "green", "amber", "red"])
KINDS = click.Choice(["party", "person", "place", "source"])
WHAT = click.Choice(["document", "source", "claim"])
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
    from jirga.errors import one_line

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

    Accents, case and look-alike letters do not count.

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
        print_json([{**asdict(one), "document": names[one.document]} for one in hits])
        return
    screen = terminal.console()
    for one in hits:
        quote = " ".join(one.quote.split())
        screen.print(f"{names[one.document]}#{one.ref}  ", style="bold", end="")
        screen.print(f"\u201c{quote}\u201d")
    if not hits:
        screen.print("Nothing has all of these words.")


@jirga.command()
@case_argument
@click.option("--head", "noted", metavar="HASH", help="A hash noted earlier: the log must still hold it.")
@json_option
def verify(case: Path, noted: str | None, *, as_json: bool) -> None:
    """Find out whether anybody changed the record of a case behind its back.

    Checks every entry of the log, every row, text, passage and file. Exits 1 if something does not fit.
    Note the hash it prints: with --head, it shows later that the log was not written anew.

    \b
    Example:
      jirga verify talks/
    """
    from dataclasses import asdict

    found = opened_case(case).verify(noted or "")
    if as_json:
        print_json(asdict(found))
    else:
        for trouble in found.troubles:
            click.echo(f"does not fit: {trouble}")
        if not found.troubles:
            entries = "1 entry fits" if found.entries == 1 else f"{found.entries:,} entries fit"
            click.echo(f"Whole: {entries}, and every text and file is as it was.")
        click.echo(f"Head: {found.head}")
    if found.troubles:
        sys.exit(1)


@jirga.command()
@case_argument
@click.argument("what", type=WHAT, metavar="document|source|claim")
@click.argument("name")
@click.option("--why", required=True, help="Why nothing should rest on it any more.")
@click.option("--lift", is_flag=True, help="Take a retraction back instead.")
@by_option
def retract(case: Path, what: Any, name: str, why: str, *, lift: bool, by: str | None) -> None:
    """Say that nothing should rest any more on a document, a source or a claim.

    It stays in the record; what rests on it alone is marked, and jirga check names it.

    \b
    Example:
      jirga retract talks/ document article --why "the paper withdrew it"
    """
    opened = opened_case(case)
    change = opened.lift if lift else opened.retract
    change(what, name, why, **hand(by))
    marked = sum(bool(one.retracted) for one in opened.claims())
    claims = (
        f"{marked} claim{'s' * (marked != 1)} in the case now rest{'s' * (marked == 1)} on what was retracted"
    )
    click.echo(f"{'Lifted' if lift else 'Retracted'}: {what} {name}. {claims}. Next: jirga check {case}")


@jirga.command()
@case_argument
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@by_option
def purge(case: Path, name: str, *, yes: bool, by: str | None) -> None:
    """Take a document, or all that a source published, out of a case for good.

    File, text, passages and claims go, and what the log says of them. The log keeps that something was
    purged, when and by whom. Copies made elsewhere, and the conflict file, are yours to look after.

    \b
    Example:
      jirga purge talks/ article --yes
    """
    opened = opened_case(case)
    gone = opened.to_purge(name)
    if not yes:
        names = ", ".join(one.name for one in gone)
        click.confirm(f"Take {names} out for good, with all claims?", abort=True)
    opened.purge(name, **hand(by))
    for one in gone:
        click.echo(f"Purged: {one.name}")
    for copy in sorted(case.glob("case.version-*.db")):
        click.echo(f"jirga: {copy} is an older copy and still holds it. Hint: delete it yourself", err=True)


@jirga.command()
@case_argument
@click.argument("kind", type=KINDS, required=False, metavar="[party|person|place|source]")
@click.argument("name", required=False)
@click.argument("aliases", nargs=-1)
@by_option
@json_option
def names(
    case: Path, kind: Any, name: str | None, aliases: tuple[str, ...], *, by: str | None, as_json: bool
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
        click.echo(f"Kept: {opened.register(kind, name, aliases, **hand(by)).name}", err=as_json)
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
