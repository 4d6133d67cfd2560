"""The long table: one row for each party on each issue."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.conflict.bargaining.sheets.grids import Grid
from jirga.conflict.bargaining.sheets.stated import TRIPLES, WORDS, Row, Stated, Triple, ids, trouble
from jirga.errors import did_you_mean
from jirga.schema.bargaining import Position, Range
from jirga.schema.conflict import Conflict

ENDS = ("{} low", "{}", "{} high")
COLUMNS = ("party", "issue", *(end.format(one) for one in TRIPLES for end in ENDS), *WORDS)


def looks_long(grid: Grid) -> bool:
    """Whether the first row names a party and an issue."""
    return {"party", "issue"} <= {cell.lower() for cell in grid.rows[0]}


def long_table(grid: Grid) -> Stated:
    """Read positions from a long table.

    Raises
    ------
    FileTrouble
        A column is unknown, a cell that must be filled is empty, or a party stands twice on one issue.
    """
    head = [cell.lower() for cell in grid.rows[0]]
    for column in head:
        if column and column not in COLUMNS:
            raise trouble(f"{grid.place(0)}, column {column}", "is not known", did_you_mean(column, COLUMNS))
    rows = tuple(each_row(grid, head))
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if (row.party, row.issue) in seen:
            raise trouble(row.where, f"{row.party} stands twice on {row.issue}", "keep one of the rows")
        seen.add((row.party, row.issue))
    names = ids(dict.fromkeys(row.party for row in rows), grid.where)
    topics = ids(dict.fromkeys(row.issue for row in rows), grid.where)
    return Stated("Imported positions", rows, {one: one for one in names}, {one: one for one in topics})


def each_row(grid: Grid, head: list[str]) -> Iterator[Row]:
    """Read the rows that are not empty."""
    for number, cells in enumerate(grid.rows[1:], start=1):
        if any(cells):
            found = {
                name: cell for name, cell in zip(head, [*cells, *[""] * len(head)], strict=False) if name
            }
            yield row_of(found, grid.place(number))


def row_of(found: dict[str, str], where: str) -> Row:
    """Read one row."""
    for name in ("party", "issue"):
        if not found[name]:
            raise trouble(f"{where}, column {name}", "is empty", "name one in every row")
    present = (one for one in TRIPLES if any(end.format(one) in found for end in ENDS))
    triples = {one: triple(found, one, where) for one in present}
    words = {one: found[one] for one in WORDS if one in found}
    return Row(where, found["party"], found["issue"], triples, words)


def triple(found: dict[str, str], column: str, where: str) -> Triple | None:
    """Read low, mode and high; a mode alone is a range without width."""
    low, mode, high = (found.get(end.format(column), "") for end in ENDS)
    if not mode and (low or high):
        raise trouble(
            f"{where}, column {column}", "is empty beside a low or high", "give the likeliest value"
        )
    return (low or mode, mode, high or mode) if mode else None


def long_rows(conflict: Conflict) -> list[list[str]]:
    """Lay every position of a conflict out as a long table, with its head."""
    return [list(COLUMNS), *(cells_of(one) for one in conflict.positions)]


def cells_of(one: Position) -> list[str]:
    """Lay one position out as cells."""
    stated = (one.ideal, one.accept.min, one.accept.max, one.salience)
    numbers = [cell for range_ in stated for cell in in_cells(range_)]
    return [one.party, one.issue, *numbers, one.basis or "", " ".join(one.cite), one.quote, one.why]


def in_cells(stated: Range | None) -> Triple:
    """Write a range as three cells."""
    if stated is None:
        return "", "", ""
    return value(stated.low), value(stated.mode), value(stated.high)


def value(one: float | str) -> str:
    """Write a value as it can be read back exactly."""
    return one if isinstance(one, str) else f"{one:.17g}" if float(f"{one:.12g}") != one else f"{one:.12g}"
