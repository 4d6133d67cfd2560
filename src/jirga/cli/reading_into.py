"""Reading files into a case: with progress at a terminal, and what became of each file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.parts import print_json
from jirga.cli.record import hand, opened_case
from jirga.errors import FileTrouble, one_line

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from jirga.review.intake import Read

FEW = 4


def read_into_case(
    files: tuple[Path, ...], case: Path, published: str | None, by: str | None, *, as_json: bool
) -> None:
    """Add files to a case, propose what they claim, say what became of each; exit 1 if one was skipped."""
    from jirga import terminal
    from jirga.review.intake import read_into

    opened, told, refused = opened_case(case), [], 0
    out = terminal.console(errors=True)
    said = {"date": published} if published else {}
    with several(files) as pool, out.status("Reading ...") as status:
        for path, one in read_into(opened, files, pool=pool, **said, **hand(by)):
            status.stop()
            if isinstance(one, FileTrouble):
                refused += 1
                click.echo(f"jirga: {one}", err=True)
            else:
                told.append((path, one))
                click.echo(line(path, one), err=as_json)
            status.update(f"Reading ... {len(told) + refused:,} done")
            status.start()
    if as_json:
        print_json([laid_out(path, one) for path, one in told])
    else:
        click.echo(summary([one for _, one in told], refused, case))
    if refused:
        sys.exit(1)


@contextmanager
def several(files: tuple[Path, ...]) -> Iterator[Executor | None]:
    """Open a pool of processes, where more than a few files are to be read."""
    if len(files) <= FEW and not any(one.is_dir() for one in files):
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield pool


def line(path: Path, one: Read) -> str:
    """Say what became of a file."""
    if one.before:
        return one_line(f"{path}: was read before, as {one.document.name}")
    known = f", {one.known} known before" if one.known else ""
    refused = f", {len(one.refused)} refused: {one.refused[0]}" if one.refused else ""
    return one_line(f"{path}: {one.document.name}, {one.new} proposals{known}{refused}")


def summary(told: list[Read], refused: int, case: Path) -> str:
    """Say how many proposals there are, and what comes next."""
    new, before = sum(one.new for one in told), sum(one.before for one in told)
    counts = ((len(told) - before, "read"), (before, "read before"), (refused, "skipped"))
    done = ", ".join(f"{many:,} {what}" for many, what in counts if many) or "nothing to read"
    return f"{done}: {new:,} new proposals. Next: jirga review {case}"


def laid_out(path: Path, one: Read) -> dict[str, object]:
    """Lay out what became of a file as JSON."""
    return {
        "file": str(path),
        "document": one.document.name,
        "new": one.new,
        "known": one.known,
        "refused": list(one.refused),
        "before": one.before,
    }
