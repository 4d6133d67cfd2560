"""The verbs that read event data, and count them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json
from jirga.cli.record import by_option, case_argument, hand, opened_case

if TYPE_CHECKING:
    from jirga.events.counts import By
    from jirga.events.eventset import EventSet


@jirga.group()
def events() -> None:
    """Read public event data (UCDP GED, ACLED, GTD, POLECAT), keep them, and count them.

    \b
    load    read a file as its maker published it, say what is wrong with it, keep it
    sets    list the sets that a case holds, with licence and date of access
    counts  count events and deaths by month, place, actor or group

    \b
    Example:
      jirga events counts events.csv --by place
    """


@events.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="CASE|DIR", help="Keep it in this case or folder."
)
@click.option("--release", default="", metavar="TEXT", help="Its release, if the file's name does not say.")
@click.option(
    "--accessed", default="", metavar="DATE", help="When you got it from its maker; today if left out."
)
@by_option
@json_option
def load(
    file: Path, into: Path | None, release: str, accessed: str, by: str | None, *, as_json: bool
) -> None:
    """Read a file of event data, say what is wrong with it, and keep it as Parquet.

    Which data it is shows by the names of its columns. Every row is kept, or listed with its number.
    Kept in a case, it is entered in the record: release, digest, licence, date of access and counts.

    \b
    Example:
      jirga events load GEDEvent_v25_1.csv --into talks
    """
    from jirga import terminal
    from jirga.answer.event_counts import loaded
    from jirga.case import is_case
    from jirga.events import keeping
    from jirga.events.reading import read_events
    from jirga.record.datasets import kept_in

    where: Path | None = None
    with terminal.progress("Reading ..."):
        if into and is_case(into):
            case = opened_case(into)
            found, one = case.load(file, version=release, accessed=accessed, **hand(by))
            where = kept_in(case.sets, one)
        elif into:
            found, where = keeping.load(file, into, release)
        else:
            found = read_events(file, release)
    if as_json:
        print_json(as_loaded(found, where))
    else:
        terminal.show_answer(loaded(found, str(where or "")), terminal.console())


@events.command()
@case_argument
@json_option
def sets(case: Path, *, as_json: bool) -> None:
    """List the event data of a case: release, what is counted, licence, and when it was got.

    \b
    Example:
      jirga events sets talks/
    """
    from jirga import terminal
    from jirga.schema.answer import Table

    some = opened_case(case).datasets()
    if as_json:
        print_json([one.model_dump(mode="json") for one in some])
        return
    screen = terminal.console()
    if not some:
        screen.print(f"No event data yet. Next: jirga events load FILE --into {case}", soft_wrap=True)
        return
    rows = tuple(
        (one.name, f"{one.kept:,}", f"{one.first} to {one.last}", one.licence, str(one.accessed))
        for one in some
    )
    screen.print(terminal.grid(Table(("set", "events", "days", "licence", "got on"), rows)))


def as_loaded(found: EventSet, where: Path | None) -> dict[str, Any]:
    """Lay out what was read as JSON."""
    first, last = found.covers
    return {
        **asdict(found.origin),
        "licence": asdict(found.origin.maker.licence),
        "kept": found.kept,
        "left_out": found.left_out,
        "first": first,
        "last": last,
        "into": str(where) if where else None,
        "problems": [asdict(one) for one in found.problems],
    }


@events.command()
@click.argument("set", metavar="SET", type=click.Path(path_type=Path))
@click.option(
    "--by",
    type=click.Choice(["month", "place", "actor", "group"]),
    default="month",
    show_default=True,
    help="What each line is; a group is whose the dead are.",
)
@click.option("--place", default="", metavar="NAME", help="Only in this country, province or place.")
@click.option("--actor", default="", metavar="NAME", help="Only with this actor, on either side.")
@click.option(
    "--group", default="", metavar="NAME", help="Only these dead: side-a, side-b, civilians, unknown."
)
@click.option("--from", "first", default="", metavar="MONTH", help="The first month, as 2021-03.")
@click.option("--to", "last", default="", metavar="MONTH", help="The last month.")
@json_option
def counts(  # noqa: PLR0913, PLR0917  (one for each option of the verb)
    set: Path,  # noqa: A002  (the name of the argument in the usage line)
    by: By,
    place: str,
    actor: str,
    group: str,
    first: str,
    last: str,
    *,
    as_json: bool,
) -> None:
    """Count events and deaths, and say how sure each number is.

    SET is what load kept, a case or folder that holds one set, or a maker's file.

    \b
    Example:
      jirga events counts talks --by month --place "Balochistan province" --from 2021-01
    """
    from jirga import errors, terminal
    from jirga.answer.event_counts import counted
    from jirga.events.counts import counts as count
    from jirga.events.keeping import open_events

    with terminal.progress("Counting ..."), errors.about(str(set)):
        found = count(open_events(set), by=by, place=place, actor=actor, group=group, months=(first, last))
    if as_json:
        print_json(asdict(found))
    else:
        terminal.show_answer(counted(found), terminal.console())
