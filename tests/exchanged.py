"""Files, cases and books for tests of what is handed out and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from cases_made import small_case
from jirga.case import Case
from jirga.errors import ManyTroubles
from jirga.exchange.handing import hand_out, take_in
from jirga.exchange.taken import Taken

TALKS = """\
jirga: 1
title: Talks   # a working title
handling: clear
sources:
  note: {title: A note, passages: {p1: not beyond thirty, p2: or so}}

parties:
  # the north first
  a:
    name: Ardan
    options:
      go: {says: go to the talks, kind: institutional}
      pay: pay for it
    prefers:
      - want: go and host   # its word
        id: A1
        basis: stated
        cite: [note#p1, note#p2]
        quote: not beyond thirty

      # doubtful
      - {want: not pay, id: A2, why: "it says: never"}
      - not go
  b: {name: Brin, short: B, options: {host: host them}, prefers: [host and go, not host, pay]}

status_quo: []
outcomes: {both: [go, host]}
variants: {easy: [{drop: b.2}, {drop: a.3}]}
issues:
  posts: posts on the line
  gate: [shut, as before, open]
positions:   # from two rounds of interviews
  - {party: a, issue: posts, ideal: 5, accept: {max: [20, 30.5, 40]}, salience: [70, 80, 95], basis: stated,
     cite: [note#p1, note#p2], quote: not beyond thirty}
  - party: b
    issue: gate
    ideal: open   # its word
    accept: {min: as before}
leverage: {a: [10, 20, 30]}
"""


def file_in(folder: Path, text: str = TALKS) -> Path:
    """Put a conflict file into a folder."""
    path = folder / "talks.yaml"
    path.write_bytes(text.encode())
    return path


def case_in(folder: Path, text: str = TALKS) -> Case:
    """Make a case of two documents with their claims, and a conflict file."""
    case = small_case(folder / "case")
    case.conflict_file.write_text(text, encoding="utf-8")
    return case


def cell(book: Any, sheet: str, row: str | int, column: str) -> Any:
    """Give a cell by its sheet, the number of its row or what its key reads, and its column."""
    page = book[sheet]
    heads = {one.value: one.column for one in page[1]}
    if isinstance(row, int):
        return page.cell(row, heads[column])
    key = heads.get("id", 1)
    (number,) = [one for one in range(2, page.max_row + 1) if page.cell(one, key).value == row]
    return page.cell(number, heads[column])


def edited(folder: Path, path: Path, change: Callable[[Any], None]) -> Path:
    """Lay a file or a case out as a book, and change that as a person would."""
    book = folder / "book.xlsx"
    book.unlink(missing_ok=True)
    hand_out(path, book)
    opened = load_workbook(book)
    change(opened)
    opened.save(book)
    return book


def brought_back(folder: Path, path: Path, change: Callable[[Any], None]) -> Taken:
    """Say what a changed book would change."""
    return take_in(edited(folder, path, change), path)


def troubles(folder: Path, path: Path, change: Callable[[Any], None]) -> list[str]:
    """Say everything that is wrong with a changed book."""
    book = edited(folder, path, change)
    try:
        take_in(book, path)
    except ManyTroubles as several:
        return [str(one).removeprefix(f"{book}, ") for one in several.troubles]
    return []
