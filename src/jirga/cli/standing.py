"""The verbs of what stands in a case: whether it is whole, and what is retracted or purged."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json
from jirga.cli.record import by_option, case_argument, hand, opened_case
from jirga.errors import one_line

if TYPE_CHECKING:
    from jirga.case import Case

WHAT = click.Choice(["document", "source", "claim"])


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
    done = one_line(f"{'Lifted' if lift else 'Retracted'}: {what} {name}")
    click.echo(f"{done}. {claims}. {in_the_file(opened)}. Next: jirga check {case}")


def in_the_file(case: Case) -> str:
    """Say how much in the conflict file of a case rests on nothing but what was retracted."""
    from jirga.citing import read_case
    from jirga.conflict.cited import cited_things
    from jirga.errors import InputError

    try:
        file = read_case(case.folder)
    except InputError:
        return f"What rests on it in {case.conflict_file.name} is not known, for that cannot be read now"
    marked = sum(bool(cited.retracted) for _, cited in cited_things(file.conflict))
    things = f"{marked} thing{'s' * (marked != 1)} in {case.conflict_file.name}"
    return f"{things} rest{'s' * (marked == 1)} on what was retracted alone"


@jirga.command()
@case_argument
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@by_option
def purge(case: Path, name: str, *, yes: bool, by: str | None) -> None:
    """Take a document, all that a source published, or a set of event data out of a case for good.

    File, text, passages and claims go, names that nothing else has, and what the log says of them. The log
    keeps that something was purged, when and by whom. What is left, as in the conflict file, is listed with
    its line: it is yours to look after.

    \b
    Example:
      jirga purge talks/ article --yes
    """
    opened = opened_case(case)
    going, left = opened.going(name), opened.remains(name)
    gone = [one.name for one in going.documents] + [one.name for one in going.datasets]
    gone += [f"the name {one.name}" for one in going.names]
    if not yes:
        claims = ", with all claims" if going.documents else ""
        click.confirm(f"Take {', '.join(gone)} out for good{claims}?", abort=True)
    opened.purge(name, **hand(by))
    for one in gone:
        click.echo(one_line(f"Purged: {one}"))
    if left:
        click.echo("Not touched, and yours to look after:")
    for each in left:
        click.echo(f"  {one_line(str(each))}")
    if not left:
        click.echo(f"Nothing else in {case} names it or holds words of it.")
