"""Answers, problems and tables on a terminal, as narrow as it may be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as RichTable
from rich.text import Text

from jirga.schema.answer import Answer, Mark, Section, Sentence, Table
from jirga.schema.problems import Problem

if TYPE_CHECKING:
    from jirga.answer.expected.expectations import Outturn

MARK, LONGEST_WORD = 4, 10
SEVERITY = {"error": "bold red", "warning": "yellow", "note": "dim"}


def console(*, errors: bool = False) -> Console:
    """Make a console that survives any encoding, and is 80 wide where there is no terminal."""
    stream = sys.stderr if errors else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    width = None if stream.isatty() else 80
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def show_answer(answer: Answer, out: Console) -> None:
    """Print an answer: the question, then each section."""
    out.print(Text(answer.title, style="bold"), end="")
    out.print(f"  (as of {answer.as_of})" if answer.as_of else "", style="dim")
    if answer.question:
        out.print(answer.question)
    for section in answer.sections:
        show_section(section, out)


def show_section(section: Section, out: Console) -> None:
    """Print a heading and what is under it."""
    out.print()
    out.print(Text(section.heading.upper(), style="bold"))
    for one in section.sentences:
        show_sentence(one, out)
    if section.table is not None:
        for table in fitted(section.table, out.width):
            out.print(grid(table))
        if section.table.note:
            show_hanging(Text(section.table.note, style="dim"), out, "  ")


def show_sentence(one: Sentence, out: Console) -> None:
    """Print a sentence with a bullet; what it rests on is dim."""
    text = Text()
    for part in one.parts:
        text.append(
            f" [{part.label}]" if isinstance(part, Mark) else part, "dim" if isinstance(part, Mark) else ""
        )
    show_hanging(text, out, "- ")


def show_hanging(text: Text, out: Console, lead: str) -> None:
    """Print text with its lines indented under the first."""
    for line in text.wrap(out, max(out.width - len(lead), 10)):
        line.rstrip()
        out.print(Text(lead) + line)
        lead = " " * len(lead)


def fitted(table: Table, width: int) -> list[Table]:
    """Cut a table of marks into tables that fit side by side, each with the first column."""
    first, *others = (
        [len(row[place]) for row in (table.head, *table.rows)] for place in range(len(table.head))
    )
    widest = max((max(column) for column in others), default=0)
    if widest > MARK:
        return [table]
    name = min(max(first), width // 2)
    many = max(1, (width - name - 2) // (widest + 2))
    cuts = range(1, len(table.head), many)
    return [
        Table(
            (table.head[0], *table.head[cut : cut + many]),
            tuple((row[0], *row[cut : cut + many]) for row in table.rows),
        )
        for cut in cuts
    ]


def grid(table: Table) -> RichTable:
    """Make a table of words without lines."""
    shown = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", show_edge=False)
    for place, name in enumerate(table.head):
        words = " ".join([name, *(row[place] for row in table.rows)]).split()
        shown.add_column(name, overflow="fold", min_width=min(max(map(len, words), default=1), LONGEST_WORD))
    for row in table.rows:
        shown.add_row(*(Text(cell) for cell in row))
    return shown


def show_problems(problems: Iterable[Problem], out: Console) -> None:
    """Print each problem: how bad, where, what, what to try."""
    for one in problems:
        text = Text()
        text.append(f"{one.severity}: ", SEVERITY[one.severity])
        text.append(str(one))
        out.print(text, soft_wrap=True)


def show_outturns(outturns: Sequence[Outturn], out: Console) -> None:
    """Print how the expectations came out, fallen ones with what was found."""
    if not outturns:
        return
    for number, one in enumerate(outturns, start=1):
        if not one.stands:
            said = one.expected.says or one.expected.model_dump_json(exclude_defaults=True, by_alias=True)
            out.print(Text(f"fell: expect {number}, {said}: {one.found}", style="bold red"), soft_wrap=True)
    stood = sum(one.stands for one in outturns)
    every = f"{stood} of {len(outturns)} expectations stand."
    out.print("The one expectation stands." if stood == len(outturns) == 1 else every)


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Say on a terminal that something is under way, and wipe it when done."""
    out = console(errors=True)
    if not out.is_terminal:
        yield
        return
    with out.status(what):
        yield


def untold(done: int, total: int) -> None:
    """Say nothing of how far it got."""


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how far it got and about how long it will take; give what is to be told of it."""
    out = console(errors=True)
    if not out.is_terminal:
        yield untold
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
