"""Reading files into a case: with progress at a terminal, and what became of each file."""

from __future__ import annotations

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

    from jirga.case import Case
    from jirga.review.intake import Read
    from jirga.review.readers import Reader

FEW, SETTINGS = 4, "settings.yaml"


def read_into_case(
    files: tuple[Path, ...],
    case: Path,
    published: str | None,
    by: str | None,
    *,
    endpoint: bool,
    as_json: bool,
) -> None:
    """Add files to a case, propose what they claim, say what became of each; exit 1 if one was skipped."""
    from jirga import terminal
    from jirga.review.intake import read_into
    from jirga.review.readers import rules

    opened, told, refused = opened_case(case), [], 0
    out = terminal.console(errors=True)
    said = {"date": published} if published else {}
    using = other_reader(opened) if endpoint else rules()
    with several(files, endpoint=endpoint) as pool, out.status("Reading ...") as status:
        for path, one in read_into(opened, files, pool=pool, using=using, **said, **hand(by)):
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


def other_reader(case: Case) -> Reader:
    """Give the reader that the case's settings or the environment name, and say where the texts go."""
    from jirga.reading.endpoint import BASE, MODEL, configured
    from jirga.review.readers import other

    stated = case.settings().endpoint
    found = configured(stated.model_dump() if stated else None)
    if found is None:
        settings = f"write endpoint: into {case.folder / SETTINGS}"
        raise click.UsageError(f"no endpoint is configured; {settings}, or set {BASE} and {MODEL}")
    where = f"the texts go to {found.model} at {found.base_url}, of documents up to level {found.highest}"
    click.echo(one_line(f"jirga: {where}"), err=True)
    return other(found)


@contextmanager
def several(files: tuple[Path, ...], *, endpoint: bool) -> Iterator[Executor | None]:
    """Open a pool of processes, where more than a few files are to be read here."""
    if endpoint or (len(files) <= FEW and not any(one.is_dir() for one in files)):
        yield None
        return
    from jirga.review.crew import processes

    with processes() as pool:
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
