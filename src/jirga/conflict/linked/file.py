"""A file of linked conflicts: read with its tables, every problem at its place in the file that has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from jirga.conflict.board import board
from jirga.conflict.checks import severe_problems
from jirga.conflict.file import ConflictFile, links_tables, read_text
from jirga.conflict.linked.names import Seating, whole_problems
from jirga.conflict.linked.whole import Pair, joined, pairs
from jirga.conflict.places import Places
from jirga.conflict.text import file_text
from jirga.conflict.variants import edited
from jirga.conflict.wording import schema_problem
from jirga.conflict.yaml_text import yaml_document
from jirga.errors import ConflictTrouble, FileTrouble, about, did_you_mean
from jirga.schema.conflict import Conflict
from jirga.schema.linked import Linked
from jirga.schema.problems import Place, Problem


@dataclass(frozen=True)
class LinkedFile:
    """Linked conflicts and the files they were read from.

    Attributes
    ----------
    linked : Linked
        What the file itself says.
    whole : ConflictFile
        Both tables as one conflict, with the places of the file that links them.
    tables : mapping of str to ConflictFile
        Each table's file; its conflict is the variant that is meant, edits made.
    """

    linked: Linked
    whole: ConflictFile
    tables: Mapping[str, ConflictFile]

    @property
    def pairs(self) -> dict[str, Pair]:
        """Each pair of the tables' outcomes by its name in the whole."""
        return pairs(self.linked, {table: file.conflict for table, file in self.tables.items()})

    @property
    def seats(self) -> dict[str, dict[str, str]]:
        """What each table's parties are called in the whole."""
        return {
            table: {key: self.linked.local(table, key) for key in file.conflict.parties}
            for table, file in self.tables.items()
        }


def looks_linked(text: str) -> bool:
    """Whether a text has a line `tables:`, as only a file of linked conflicts does.

    >>> looks_linked("title: t" + chr(10) + "tables: {a: a.yaml, b: b.yaml}")
    True
    """
    return re.search(r"^tables[ \t]*:", text, re.MULTILINE) is not None


def read_either(path: str | Path) -> ConflictFile:
    """Read a conflict file; of linked conflicts, the whole.

    Raises
    ------
    FileTrouble, ConflictTrouble
        It cannot be read.
    """
    text = file_text(path)
    return read_linked_text(text, path).whole if looks_linked(text) else read_text(text, str(path))


def read_linked(path: str | Path) -> LinkedFile:
    """Read a file of linked conflicts and the tables it names.

    Raises
    ------
    FileTrouble
        The file is missing, a directory, empty, too large or not text.
    ConflictTrouble
        It, or a table, is no conflict; every problem names the file that has it.
    """
    return read_linked_text(file_text(path), path)


def read_linked_text(text: str, path: str | Path) -> LinkedFile:
    """Read linked conflicts from a text; its tables lie beside `path`."""
    name = str(path)
    document = yaml_document(text, name)
    places = Places(document, name)
    if "tables" not in document and "parties" in document:
        what = "has parties of its own and links no tables"
        refuse([Problem("error", "linked", Place(name), what, "jirga solve FILE answers it")])
    try:
        linked = Linked.model_validate(document)
    except ValidationError as trouble:
        found = (schema_problem(error, places, Linked) for error in trouble.errors())
        raise ConflictTrouble(sorted(found, key=lambda one: one.where)) from None
    if len(linked.tables) != 2:
        refuse([two_tables(linked, places)])
    tables = {table: read_table(linked, table, Path(path).parent, places) for table in linked.tables}
    conflicts = {table: file.conflict for table, file in tables.items()}
    refuse(Seating(linked, conflicts, places).all())
    with about(name):
        whole = joined(linked, conflicts)
        refuse(whole_problems(linked, whole, places))
        refuse(severe_problems(whole, board(whole), places))
    return LinkedFile(linked, ConflictFile(name, document, whole), tables)


def refuse(problems: list[Problem]) -> None:
    """Raise if there is any problem."""
    if problems:
        raise ConflictTrouble(problems)


def two_tables(linked: Linked, places: Places) -> Problem:
    """Make the problem of too few tables or too many."""
    what = f"{len(linked.tables)} tables are not two"
    return Problem("error", "shape", places.of(["tables"]), what, "name two conflict files")


def read_table(linked: Linked, table: str, folder: Path, places: Places) -> ConflictFile:
    """Read one table's file, beside the file that links it; what is wrong inside is said of that file."""
    named = linked.tables[table]
    try:
        text = file_text(folder / named.file)
    except FileTrouble as trouble:
        what = f"the table {table!r}: {trouble.where} {trouble.what}"
        hint = "its file is looked for beside this one"
        refuse([Problem("error", "table", places.of(["tables", table, "file"]), what, hint)])
    name = str(folder / named.file)
    if links_tables(yaml_document(text, name)):
        what = f"the table {table!r}: {named.file} links tables itself"
        hint = "name a file that has parties of its own"
        refuse([Problem("error", "cyclic", places.of(["tables", table, "file"]), what, hint)])
    file = read_text(text, name)
    if named.variant is not None and named.variant not in file.conflict.variants:
        what = f"{named.file} has no variant called {named.variant!r}"
        hint = did_you_mean(named.variant, file.conflict.variants)
        refuse([Problem("error", "unknown_name", places.of(["tables", table, "variant"]), what, hint)])
    with about(name):
        return sound(file, named.variant)


def sound(file: ConflictFile, variant: str | None) -> ConflictFile:
    """Give a table with a variant's edits made, if it can be solved by itself."""
    conflict: Conflict = file.conflict if variant is None else edited(file.conflict, variant)
    refuse(severe_problems(conflict, board(conflict), file.places))
    return ConflictFile(file.name, file.document, conflict)
