"""The functions of Python's face: hand out a file or a case in another form, and take it back in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jirga.conflict.bargaining.sheets.grids import write_grid
from jirga.conflict.bargaining.sheets.long import long_rows
from jirga.conflict.text import write_bytes
from jirga.errors import FileTrouble, NotStated
from jirga.exchange.books import book_of, book_taken
from jirga.exchange.content import Content, content_at, content_of
from jirga.exchange.graph import Graph
from jirga.exchange.graphml import graphml
from jirga.exchange.jsonl import jsonl, lines
from jirga.exchange.jsonl_taken import jsonl_taken
from jirga.exchange.target import target

if TYPE_CHECKING:
    from jirga.exchange.taken import Taken
    from jirga.schema.words import Level

ENDINGS = (".xlsx", ".graphml", ".jsonl", ".csv")


def hand_out(path: str | Path, to: str | Path, level: Level | None = None) -> dict[str, int]:
    """Write a conflict file, or a case, as a book, a graph, lines of JSON or positions in CSV, by the ending.

    Parameters
    ----------
    level : Level, optional
        Leave out everything above it, and check what was written before it is put in its place.

    Returns
    -------
    dict of str to int
        How much of each kind was written.

    Raises
    ------
    FileTrouble
        The ending is none of these, or it cannot be written.
    LeakFound
        Something above the level would have been in it; nothing was written.
    """
    to = Path(to)
    if to.suffix.lower() not in ENDINGS:
        raise FileTrouble(str(to), f"ends in none of {', '.join(ENDINGS)}", "the ending says what is written")
    if level is None:
        content = content_of(target(path))
        write(content, to)
    else:
        from jirga.handling.writing import write_checked

        content, protected = content_at(Path(path), level)
        write_checked(to, lambda beside: write(content, beside), protected)
    return counts(content, to.suffix.lower())


def write(content: Content, to: Path) -> None:
    """Write it in the form that the ending names."""
    ending = to.suffix.lower()
    if ending == ".xlsx":
        write_bytes(to, book_of(content))
    elif ending == ".graphml":
        write_bytes(to, graphml(Graph(content)))
    elif ending == ".jsonl":
        write_bytes(to, jsonl(content).encode())
    elif content.conflict is None:
        raise NotStated("positions", "positions")
    else:
        write_grid(to, long_rows(content.conflict))


def counts(content: Content, ending: str) -> dict[str, int]:
    """Count what is written, by its kind."""
    if ending == ".xlsx":
        return {sheet.one: len(content.rows()[sheet.name]) for sheet in content.sheets}
    if ending == ".graphml":
        graph = Graph(content)
        return {"node": len(graph.nodes), "edge": len(graph.edges)}
    if ending == ".csv":
        return {"position": len(content.conflict.positions) if content.conflict else 0}
    found: dict[str, int] = {}
    for line in lines(content):
        found[line["kind"]] = found.get(line["kind"], 0) + 1
    return found


def take_in(book: str | Path, into: str | Path) -> Taken:
    """Find out what a book or lines of JSON would change in a file or a case; nothing is written.

    Raises
    ------
    ManyTroubles
        Something in it cannot be taken in; it names all of it, each with its place.

    Notes
    -----
    `Taken.write(by=, at=)` writes it all, or nothing.
    """
    book = Path(book)
    if book.suffix.lower() == ".jsonl":
        return jsonl_taken(book, target(into))
    return book_taken(book, target(into))
