"""What a purge leaves: near-copies and names in the record, words and citations in the folder's own files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from jirga.case.opened import DATABASE, FILES, SERVER, SETS
from jirga.record import documents, register
from jirga.record.bearing import Bearing
from jirga.record.folding import words
from jirga.record.near import RUN, near_copies
from jirga.record.purging import Going

TAG, LARGEST, NOTHING = re.compile(r"<[^<>]{0,2000}>"), 25_000_000, r"(?!)"
PLAIN = frozenset(
    {".yaml", ".yml", ".txt", ".md", ".html", ".htm", ".csv", ".tsv", ".json", ".svg", ".jsonl"}
)
FEW = 3
OWN = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", SERVER)
COPY = re.compile(rf"{Path(DATABASE).stem}\.version-\d+\.db")


@dataclass(frozen=True)
class Left:
    """Something that a purge does not take.

    Attributes
    ----------
    where : str
        The file, or the part of the record.
    line : int
        The line of the file; 0 for all of it.
    what : str
        What is left there.
    """

    where: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.where}{f':{self.line}' if self.line else ''}: {self.what}"


def in_the_record(connection: Connection, going: Going) -> Iterator[Left]:
    """Give what stays in the record: documents that are nearly copies, and names that others have too."""
    known = documents.every(connection)
    for one in going.documents:
        for other, share in near_copies(connection, one.id):
            if other not in going.ids:
                what = f"has {share:.0%} of the shorter in common with {one.name}, and stays"
                yield Left(f"document {known[other].name}", 0, what)
    bearing, goes = Bearing(connection, going.ids), {one.id for one in going.names}
    for name in bearing.known.values():
        having = bearing.having(register.own_names(name))
        if having & going.ids and name.id not in goes:
            others = sorted(known[one].name for one in having - going.ids)
            why = f"also in {shown(others)}" if others else "another name's history speaks of it"
            yield Left("register", 0, f"the {name.kind} {name.name} stays: {why}")


def shown(names: Sequence[str]) -> str:
    """List the first of some names, and say how many more there are.

    >>> shown(["a", "b"]), shown(["a", "b", "c", "d", "e"])
    ('a, b', 'a, b, c and 2 more')
    """
    more = len(names) - FEW
    return ", ".join(names[:FEW]) + (f" and {more:,} more" if more > 0 else "")


def in_the_folder(connection: Connection, folder: Path, going: Going) -> Iterator[Left]:
    """Give the lines of a case's other files that cite what goes, or hold words of it."""
    texts = [documents.text_of(connection, one.id) for one in going.documents]
    runs = frozenset(run for text in texts for run in runs_of(words(text)))
    for path in others(folder):
        yield from lines_of(path, citations(going), runs)


def others(folder: Path) -> Iterator[Path]:
    """Give the files of a case that are neither its record, nor an original, nor event data."""
    for inside, folders, files in os.walk(folder):
        top = Path(inside) == folder
        folders[:] = sorted(one for one in folders if not (top and one in {FILES, SETS}))
        yield from (Path(inside, one) for one in sorted(files) if not (top and one in OWN))
    yield from (one for one in sorted((folder / SETS).glob("*")) if one.suffix.lower() in PLAIN)


def lines_of(path: Path, cited: re.Pattern[str], runs: frozenset[tuple[str, ...]]) -> Iterator[Left]:
    """Give the lines of a file that cite what goes, or hold words of it."""
    if COPY.fullmatch(path.name):
        yield Left(str(path), 0, "is an older copy of the record and holds all of it; delete it yourself")
        return
    if path.suffix.lower() not in PLAIN or path.stat().st_size > LARGEST:
        yield Left(str(path), 0, "cannot be looked into here; look yourself")
        return
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    quoting = quoted(lines, runs)
    for number, line in enumerate(lines, start=1):
        found = list(dict.fromkeys(one.group().strip() for one in cited.finditer(line)))
        said = [f"names {', '.join(found)}"] * bool(found) + ["holds words of it"] * (number in quoting)
        if said:
            yield Left(str(path), number, " and ".join(said))


def citations(going: Going) -> re.Pattern[str]:
    """Write how a file may name what goes: article#S15, article S15, as a key, after cite:, or by id."""
    names = "|".join(re.escape(one.name) for one in going.documents) or NOTHING
    ids = [*going.ids, *(one.id for one in going.datasets), *(one.name for one in going.datasets)]
    said = (
        rf"(?<![\w-])(?:{names})(?:#[\w-]+| [Sp]\d+\b)",
        rf"^ *(?:{names})(?= *:)",
        rf"(?<=cite: )(?:{names})\b(?!#)",
        *map(re.escape, sorted(ids)),
    )
    return re.compile("|".join(said))


def quoted(lines: Sequence[str], runs: frozenset[tuple[str, ...]]) -> set[int]:
    """Give the lines that share a run of words with what goes; the run may end on the next line."""
    if not runs:
        return set()
    placed = [
        (word, number) for number, line in enumerate(lines, start=1) for word in words(TAG.sub(" ", line))
    ]
    long = len(next(iter(runs)))
    said, found = [word for word, _ in placed], set()
    for start in range(len(placed) - long + 1):
        if tuple(said[start : start + long]) in runs:
            found |= {number for _, number in placed[start : start + long]}
    return found


def runs_of(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give every run of five words of a text that has as many."""
    yield from (tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1))
