"""Which kind of event data a file is, and in which of its forms, by the names of its columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jirga.errors import FileTrouble
from jirga.events.file import SAVE_AS, Row, Seen, rows_of
from jirga.events.kinds import GED, GED_COLUMNS, KINDS, Kind, tidy

DELIMITERS = {",": "commas", "\t": "tabs"}
OTHER_DELIMITERS = {";": "semicolons", "|": "upright bars"}
# The byte-order mark of UTF-8, read as Latin-1.
MARK = "\u00ef\u00bb\u00bf"
MAKERS = "UCDP GED, ACLED, GTD or POLECAT"


@dataclass(frozen=True)
class Layout:
    """How to read a file.

    Attributes
    ----------
    kind : Kind
        Whose data it is.
    name : str
        Which of its forms, in words.
    columns : tuple of str
        The names of its columns, tidied and as they are called now.
    delimiter, encoding : str
        What separates its cells, and how its letters are written.
    header : bool
        Whether its first row is the names.
    """

    kind: Kind
    name: str
    columns: tuple[str, ...]
    delimiter: str
    encoding: str
    header: bool = True


def layout_of(path: Path, seen: Seen) -> Layout:
    """Find out how to read a file from its first row.

    Raises
    ------
    FileTrouble
        It is none of the kinds known here, lacks columns, or is not UTF-8 where that is needed.
    """
    for delimiter in DELIMITERS:
        names = first_cells(path, delimiter)
        for kind in KINDS.values():
            columns = renamed(kind, names)
            if set(kind.needed) <= set(columns):
                refuse_twice(path, columns)
                return Layout(kind, "", columns, delimiter, encoding_of(path, kind, seen))
        if is_headerless(names):
            encoding = encoding_of(path, GED, seen)
            return Layout(GED, "49 columns without a header", GED_COLUMNS, delimiter, encoding, header=False)
    raise not_known(path)


def renamed(kind: Kind, names: list[str]) -> tuple[str, ...]:
    """Tidy the names of columns; one without a name, as after a needless tab, is called by its number."""
    tidied = (tidy(one) or f"unnamed_{place}" for place, one in enumerate(names, start=1))
    return tuple(kind.renamed.get(one, one) for one in tidied)


def first_cells(path: Path, delimiter: str) -> list[str]:
    """Cut the first row into cells; one that cannot be cut has none.

    Every header is plain ASCII, so how the letters are written does not matter yet.
    """
    try:
        with path.open(encoding="latin-1", newline="") as opened:
            cells = next(csv.reader(opened, delimiter=delimiter), [])
    except csv.Error:
        return []
    return [cells[0].removeprefix(MARK), *cells[1:]] if cells else []


def refuse_twice(path: Path, columns: tuple[str, ...]) -> None:
    """Stop where two columns have one name."""
    twice = [one for one in dict.fromkeys(columns) if columns.count(one) > 1]
    if twice:
        what = f"its first row names the column {twice[0]!r} twice"
        raise FileTrouble(str(path), what, "keep the one its maker published")


def is_headerless(cells: list[str]) -> bool:
    """Whether a first row is a GED event in the order of the 49 columns."""
    if len(cells) != len(GED_COLUMNS):
        return False
    row = dict(zip(GED_COLUMNS, cells, strict=True))
    whole = ("id", "year", "where_prec", "date_prec", "best", "high", "low")
    dated = row["date_start"][4:5] == "-" and row["type_of_violence"] in {"1", "2", "3"}
    return dated and all(row[name].isdecimal() for name in whole)


def encoding_of(path: Path, kind: Kind, seen: Seen) -> str:
    """Choose how to read the letters; only a kind that is known to come otherwise may be no UTF-8."""
    if not seen.wrong_line:
        return "utf-8-sig"
    if kind.codepage:
        return kind.codepage if seen.windows else "latin-1"
    raise FileTrouble(f"{path}:{seen.wrong_line}", "is not UTF-8 text", SAVE_AS)


def not_known(path: Path) -> FileTrouble:
    """Say why a first row is none that is known here."""
    for delimiter, word in {**DELIMITERS, **OTHER_DELIMITERS}.items():
        names = {tidy(one) for one in first_cells(path, delimiter)}
        for kind in KINDS.values():
            held = names | {kind.renamed[one] for one in names & set(kind.renamed)}
            missing = [one for one in kind.needed if one not in held]
            if len(missing) * 2 <= len(kind.needed):
                return nearly(path, kind, missing, word)
    hint = f"its first row should name the columns of {MAKERS}, separated by commas or tabs"
    return FileTrouble(str(path), "is none of the event sets known here", hint)


def nearly(path: Path, kind: Kind, missing: list[str], word: str) -> FileTrouble:
    """Say what keeps a file from being read as the kind it looks like."""
    if not missing:
        what = f"looks like {kind.title}, with its cells separated by {word}"
        return FileTrouble(str(path), what, "save it with commas or tabs between the cells")
    named = ", ".join(missing[:4]) + (f" and {len(missing) - 4} more" if len(missing) > 4 else "")
    noun = "column" if len(missing) == 1 else "columns"
    what = f"looks like {kind.title}, but lacks the {noun} {named}"
    return FileTrouble(str(path), what, "download the whole file again")


def data_rows(path: Path, layout: Layout) -> Iterator[Row]:
    """Give every row below the header."""
    rows = rows_of(path, layout.delimiter, layout.encoding)
    if layout.header:
        next(rows, None)
    return rows


def is_tags(row: Row) -> bool:
    """Whether a row holds the tags of the Humanitarian Exchange Language."""
    filled = [cell for cell in row.cells if cell.strip()]
    return bool(filled) and all(cell.strip().startswith("#") for cell in filled)
