"""A conflict, and the claims of a case, as a book of sheets; and such a book taken back in."""

from __future__ import annotations

from pathlib import Path

from jirga.errors import FileTrouble
from jirga.exchange.book import book
from jirga.exchange.claim_columns import CLAIMS
from jirga.exchange.columns import OF_THE_FILE, POSITIONS
from jirga.exchange.content import Content
from jirga.exchange.heads import assigned
from jirga.exchange.opened import pages_of
from jirga.exchange.read_rows import found_in
from jirga.exchange.rows import Table
from jirga.exchange.taken import Taken, taken
from jirga.exchange.target import Target

HOW = (
    "Change cells, add rows, and bring the book back with: jirga import BOOK --into FILE.",
    "A changed cell changes just that. A row that is missing takes nothing away: jirga import says how to.",
    "Columns and sheets may be reordered. Blank means that nothing is said.",
    "What no sheet has a column for (readings, indicators, variants, issues) stays in the file as it is.",
)


def book_of(content: Content) -> bytes:
    """Lay out everything as a book, the same bytes for the same content."""
    rows = content.rows()
    title = content.conflict.title if content.conflict else ""
    held = f"Held to the level {content.level}. {content.left_out}" if content.level else ""
    notes = [note for note in (title, held, *HOW) if note]
    return book([(sheet, rows[sheet.name]) for sheet in content.sheets], notes)


def counts(rows: dict[str, Table]) -> dict[str, int]:
    """Count the rows of each sheet."""
    return {name: len(one) for name, one in rows.items()}


def is_whole_book(path: Path) -> bool:
    """Whether an Excel file is a book of ours, and not a single sheet of positions."""
    ours, _ = assigned(pages_of(path), (*OF_THE_FILE, CLAIMS))
    return bool(set(ours) - {POSITIONS.name})


def book_taken(path: Path, target: Target) -> Taken:
    """Find out what a book would change; nothing is written.

    Raises
    ------
    FileTrouble
        It is no book, or has no sheet of ours.
    ManyTroubles
        Something in it cannot be taken in.
    """
    current = target.rows()
    pages = pages_of(path)
    found = found_in(pages, target.sheets, current)
    if CLAIMS not in target.sheets and CLAIMS.name in assigned(pages, (*OF_THE_FILE, CLAIMS))[0]:
        what = "holds claims, and they are kept in a case"
        found.troubles.append(
            FileTrouble(f"{path}, sheet Claims", what, "name the case's folder, or take the sheet out")
        )
    if not (found.rows or found.troubles):
        names = ", ".join(one.name for one in target.sheets)
        raise FileTrouble(str(path), "has none of our sheets", f"it needs at least one of: {names}")
    return taken(target, current, found.rows, found.notes, found.troubles)
