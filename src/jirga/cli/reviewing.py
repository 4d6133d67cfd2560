"""The verbs of judging what was read: proposals one at a time, claims listed, figures side by side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.group import jirga
from jirga.cli.parts import json_option, print_json
from jirga.cli.record import by_option, case_argument, hand, opened_case
from jirga.errors import CaseTrouble

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from jirga.schema.record import Recorded

KINDS = click.Choice(["figure", "incident", "stance", "tie"])
STATES = click.Choice(["proposed", "accepted", "corrected", "rejected", "unsure", "disputed"])


def filters(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options that choose among claims."""
    for option in (
        click.option("--to", "last", metavar="DATE", help="Only of a time that is not all after this."),
        click.option("--from", "first", metavar="DATE", help="Only of a time that is not all before this."),
        click.option("--place", metavar="NAME", help="Only of this place, under any of its names."),
        click.option("--speaker", metavar="NAME", help="Only what this one says, under any name."),
        click.option("--document", metavar="NAME", help="Only from this document."),
        click.option("--kind", type=KINDS, help="Only of this kind."),
    ):
        verb = option(verb)
    return verb


def chosen(first: str | None, last: str | None, **wanted: str | None) -> dict[str, Any]:
    """Read the options that choose among claims."""
    known = {key: value for key, value in wanted.items() if value}
    return known | ({"within": between(first, last)} if first or last else {})


def between(first: str | None, last: str | None) -> tuple[dt.date, dt.date]:
    """Read from when and until when; either may be left open."""
    import datetime as dt

    from jirga.record.dates import period_of

    start = period_of(first).start if first else None
    end = period_of(last).end if last else None
    return start or dt.date.min, end or dt.date.max


@jirga.command()
@case_argument
@filters
@click.option("--state", type=STATES, default="proposed", show_default=True, help="What to go through.")
@by_option
@json_option
def review(case: Path, state: str, by: str | None, *, as_json: bool, **wanted: str | None) -> None:
    """Judge proposals one at a time, each with its passage: one key accepts, corrects or rejects it.

    Every key is kept at once, and any can be taken back. There is no key that accepts several.
    With --json it prints what waits, and judges nothing.

    \b
    Example:
      jirga review talks/
    """
    from jirga import terminal
    from jirga.cli.desk import sit
    from jirga.review.sitting import Sitting, waiting

    opened = opened_case(case)
    queue = waiting(opened, **chosen(**wanted, state=state))
    if as_json:
        print_json([one.model_dump(mode="json") for one in queue])
        return
    if not queue:
        click.echo(f"Nothing waits to be judged. Next: jirga claims {case}")
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        what = f"{counted(len(queue), 'claim')} to judge, and no terminal to ask at"
        raise CaseTrouble(what, "run it in a terminal, or list them with --json")
    sitting = Sitting(opened, hand(by)["by"], lambda: hand(by)["at"], queue)
    sit(sitting, terminal.console())
    click.echo(summary(sitting.counts(), len(waiting(opened))))


def summary(done: dict[str, int], left: int) -> str:
    """Say what was judged, and how much waits."""
    judged = ", ".join(f"{many} {state}" for state, many in done.items() if state != "skipped")
    rest = f"{counted(left, 'proposal')} still wait{'s' * (left == 1)}" if left else "no proposal waits"
    return f"Judged: {judged or 'nothing'}; {rest}."


def counted(many: int, what: str) -> str:
    """Write a count and its noun."""
    return f"{many:,} {what}{'s' * (many != 1)}"


@jirga.command()
@case_argument
@filters
@click.option("--state", type=STATES, help="Only of this state.")
@json_option
def claims(case: Path, state: str | None, *, as_json: bool, **wanted: str | None) -> None:
    """List the claims of a case: what is said, by whom, where it stands, and what people made of it.

    \b
    Example:
      jirga claims talks/ --kind figure --from 2025-02 --to 2025-02
    """
    from rich.text import Text

    from jirga import terminal
    from jirga.review.listing import listed

    opened = opened_case(case)
    some = opened.claims(**chosen(**wanted, state=state))
    if as_json:
        print_json([one.model_dump(mode="json") for one in some])
        return
    screen = terminal.console()
    for one in listed(opened, some):
        screen.print(one.head, style="bold", overflow="fold")
        terminal.show_hanging(Text(one.says), screen, "  ")
        terminal.show_hanging(Text(one.standing, style="dim"), screen, "  ")
    screen.print(counted(len(some), "claim") + "." if some else none_of(opened.claims()))


def none_of(some: tuple[Recorded, ...]) -> str:
    """Say that no claim is as asked for."""
    return f"None of the {len(some):,} claims is as asked for." if some else "There are no claims yet."


@jirga.command()
@case_argument
@click.option("--all", "every", is_flag=True, help="Also figures that one source alone gives, and what fits.")
@click.option("--judged", is_flag=True, help="Only what a person has accepted or corrected.")
@click.option("--against", metavar="SET", type=click.Path(path_type=Path), help="Event data to compare with.")
@click.option(
    "--scope", metavar="FILE", type=click.Path(path_type=Path), help="What figures count, declared."
)
@json_option
def figures(
    case: Path, *, every: bool, judged: bool, against: Path | None, scope: Path | None, as_json: bool
) -> None:
    """Put the figures of a case side by side, and check them: inside documents, then between them.

    Parts against totals, percent against counts, dates; then what became of a figure on its way from the
    oldest source. What does not fit comes first. With --against they are put beside event data: each by the
    scope of --scope that its definition names, and not comparable without one.

    \b
    Example:
      jirga figures talks/
    """
    from jirga import terminal
    from jirga.events.keeping import open_events
    from jirga.review.scopes import scopes
    from jirga.review.told import as_json as laid_out
    from jirga.review.told import sections
    from jirga.review.weighing import weighed

    if scope and not against:
        raise click.UsageError("--scope goes with --against")
    declared = scopes(scope) if scope else {}
    events = open_events(against) if against else None
    found = weighed(opened_case(case), judged_only=judged, events=events, scopes=declared)
    if as_json:
        print_json(laid_out(found))
        return
    screen = terminal.console()
    for section in sections(found, every=every):
        terminal.show_section(section, screen)
