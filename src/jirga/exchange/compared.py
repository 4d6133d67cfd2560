"""What a person changed: rows as they came back beside rows as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jirga.errors import FileTrouble, did_you_mean, shortened
from jirga.exchange.cells import CUT, check_of, in_book, plain, same
from jirga.exchange.columns import CHECK, RANGES, Column, Sheet
from jirga.exchange.rows import Key, Row, Table

MAY_BE_BLANK = ("Wants", "Claims")
SHOWN = "put back what stood there"


@dataclass(frozen=True)
class Edit:
    """One row that says something else than before.

    Attributes
    ----------
    row, before : Row
        The row as it came back, and as it is.
    changes : dict of str to str
        What the changed cells say now, by column.
    """

    sheet: Sheet
    key: Key
    row: Row
    before: Row
    changes: dict[str, str]

    def told(self) -> Iterator[str]:
        """Say cell by cell what changes."""
        for name, after in self.changes.items():
            before = self.before.cells.get(name, "")
            yield f"{self.sheet.one} {' on '.join(self.key)}, {name}: {short(before)} -> {short(after)}"


@dataclass
class Compared:
    """What came back, sorted.

    Attributes
    ----------
    edits, added, dropped : list
        The rows that changed, those that are new, and new ones that have something wrong.
    gone : dict of str to list of keys
        What is not among the rows any more, by sheet; it stays.
    stale : dict of str to list of keys
        Rows nobody has touched, of which the file or the record says something else by now, or nothing.
    troubles : list of FileTrouble
        What cannot be taken in.
    """

    edits: list[Edit] = field(default_factory=list)
    added: list[tuple[Sheet, Row]] = field(default_factory=list)
    dropped: list[tuple[Sheet, Row]] = field(default_factory=list)
    gone: dict[str, list[Key]] = field(default_factory=dict)
    stale: dict[str, list[Key]] = field(default_factory=dict)
    troubles: list[FileTrouble] = field(default_factory=list)


def short(words: str) -> str:
    """Write a cell's words shortly."""
    return repr(shortened(" ".join(words.split()))) if words else "nothing"


def compare(found: Compared, sheet: Sheet, current: Table, rows: Sequence[Row], target: str) -> None:
    """Sort the rows of one sheet."""
    seen: dict[Key, Row] = {}
    new: list[Row] = []
    for row in rows:
        key = row.key(sheet)
        if trouble := unusable(sheet, key, row, seen):
            found.troubles.append(trouble)
        elif key in current:
            edited(found, sheet, row, current[key], target)
        elif untouched(sheet, row):
            found.stale.setdefault(sheet.name, []).append(key)
        else:
            new.append(row)
        seen[key] = row
    gone = [key for key in current if key not in seen]
    for row in new:
        wrong = [*renamed(sheet, row, [current[key] for key in gone]), *wrong_cells(sheet, row, row.cells)]
        found.troubles += wrong
        (found.dropped if wrong else found.added).append((sheet, row))
    if gone:
        found.gone[sheet.name] = gone


def unusable(sheet: Sheet, key: Key, row: Row, seen: dict[Key, Row]) -> FileTrouble | None:
    """Say why a row cannot be told from others."""
    for name, part in zip(sheet.keys, key, strict=True):
        if not part and sheet.name not in MAY_BE_BLANK:
            return FileTrouble(row.place(name), "is empty", f"name the {name} in every row")
    if key in seen and any(key):
        what = f"{' on '.join(key)} stands here a second time"
        return FileTrouble(
            row.place(sheet.keys[0]), what, f"keep one of the rows; the first is {seen[key].where}"
        )
    return None


def edited(found: Compared, sheet: Sheet, row: Row, before: Row, target: str) -> None:
    """Sort a row that is there already."""
    changes = {
        one.name: plain(one, row.cells[one.name])
        for one in sheet.columns
        if one.name in row.cells and one.kind != "check" and differs(one, before, row)
    }
    if not changes:
        return
    mark = row.cells.get(CHECK, "").strip()
    if mark and mark != before.cells[CHECK]:
        if untouched(sheet, row):
            found.stale.setdefault(sheet.name, []).append(row.key(sheet))
            return
        what = f"was changed here, and since the export in {target} too"
        found.troubles.append(FileTrouble(row.where, what, "export again, and make the change there"))
        return
    wrong = [*fixed(sheet, row, before, changes), *wrong_cells(sheet, row, changes)]
    found.troubles += wrong
    if not wrong:
        found.edits.append(Edit(sheet, row.key(sheet), row, before, changes))


def untouched(sheet: Sheet, row: Row) -> bool:
    """Whether a row is as it was laid out: then nobody here has changed or added it."""
    whole = all(one.name in row.cells for one in sheet.columns)
    return whole and row.cells[CHECK].strip() == check_of(sheet, row.cells)


def differs(column: Column, before: Row, row: Row) -> bool:
    """Whether a cell says something else than before."""
    return not same(column, in_book(before.cells.get(column.name, "")), row.cells[column.name])


def fixed(sheet: Sheet, row: Row, before: Row, changes: dict[str, str]) -> Iterator[FileTrouble]:
    """Complain of changed cells that cannot be changed from here."""
    for name in changes:
        where, was = row.place(name), before.cells.get(name, "")
        if sheet.by_name[name].kind == "shown":
            yield FileTrouble(where, "is only shown here, and cannot be changed", f"{SHOWN}: {short(was)}")
        elif name in sheet.fixed:
            what = f"no {sheet.one} changes its {name}, which is {short(was)}"
            yield FileTrouble(where, what, f"{SHOWN}; for another {name} add a row of its own")
        elif in_book(was).endswith(CUT):
            what = "was too long for a cell, so that only its beginning stood here"
            yield FileTrouble(where, what, f"change it in the file itself, and here {SHOWN}")


def wrong_cells(sheet: Sheet, row: Row, cells: dict[str, str]) -> Iterator[FileTrouble]:
    """Complain of cells that do not hold what their column holds."""
    for name in cells:
        column = sheet.by_name[name]
        words = plain(column, row.cells[name])
        if column.needed and not words:
            yield FileTrouble(row.place(name), "is empty", f"a {sheet.one} needs it")
        elif words and column.kind == "choice" and column.choices and words not in column.choices:
            hint = did_you_mean(words, column.choices)
            yield FileTrouble(row.place(name), f"{short(words)} is no {name}", hint)
        elif column.kind == "yes" and words not in {"", "yes"}:
            yield FileTrouble(
                row.place(name), f"{short(words)} is neither yes nor no", "write yes, or leave it blank"
            )
        elif words and column.kind == "place" and not (words.isdigit() and int(words)):
            yield FileTrouble(row.place(name), f"{short(words)} is no place", "write 1, 2, 3, ...")
    for name in RANGES.get(sheet.name, ()):
        ends = [row.cells.get(one, "").strip() for one in (f"{name} low", f"{name} high")]
        if (
            any(ends)
            and not row.cells.get(name, "").strip()
            and cells.keys() & {name, f"{name} low", f"{name} high"}
        ):
            yield FileTrouble(row.place(name), "is empty beside a low or high", "give the likeliest value")


def renamed(sheet: Sheet, row: Row, gone: Sequence[Row]) -> Iterator[FileTrouble]:
    """Complain of a new row that says what a missing one said: it is likely that one under another name."""
    own = [
        one
        for one in sheet.columns
        if one.name not in sheet.keys and one.kind not in {"check", "shown", "place"}
    ]
    for other in gone:
        if len(sheet.keys) == 1 and all(
            same(one, in_book(other.cells.get(one.name, "")), row.cells.get(one.name, "")) for one in own
        ):
            name = other.cells[sheet.keys[0]]
            what = f"says what {name!r} said, which is not in the sheet any more"
            hint = f"put {name!r} back: other parts name it so; rename it in the file, everywhere at once"
            yield FileTrouble(row.place(sheet.keys[0]), what, hint)
