"""Rows taken into a conflict file or a case: everything that is said, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jirga.conflict.text import write_bytes
from jirga.errors import CaseTrouble, ConflictTrouble, FileTrouble, ManyTroubles, did_you_mean
from jirga.exchange.blame import blamed
from jirga.exchange.cells import in_book, plain, same
from jirga.exchange.claim_columns import CLAIMS
from jirga.exchange.columns import OPTIONS, POSITIONS, STAKEHOLDERS, WANTS, Sheet
from jirga.exchange.compared import Compared, compare
from jirga.exchange.into_file import changed_text
from jirga.exchange.into_record import Correction, Naming, Proposal, corrections, proposals
from jirga.exchange.orders import PLACE, orders
from jirga.exchange.rows import Row, Table, rows_of
from jirga.exchange.target import Target
from jirga.exchange.telling import left, told
from jirga.record import claims, register
from jirga.record.log import Hand


@dataclass(frozen=True)
class Taken:
    """What would be, or was, taken in.

    Attributes
    ----------
    target : Target
        Where.
    text : str
        The conflict file's text as it shall be.
    changes : tuple of str
        Every changed cell and new row, in words.
    corrections, proposals, namings
        What becomes of claims and of the register.
    notes : tuple of str
        What else a person should know: what stays, and what was not read.
    refused : tuple of FileTrouble
        Lines that cannot be taken in while the others are.
    """

    target: Target
    text: str
    changes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    namings: tuple[Naming, ...] = ()
    notes: tuple[str, ...] = ()
    refused: tuple[FileTrouble, ...] = field(default=())

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to write."""
        return self.text == self.target.text and not self.of_the_record

    @property
    def of_the_record(self) -> bool:
        """Whether anything goes into the record."""
        return bool(self.corrections or self.proposals or self.namings)

    def write(self, *, by: str, at: str, note: str = "") -> None:
        """Write it all, or nothing if any of it fails.

        Parameters
        ----------
        by, at : str
            Who corrects claims, and when.
        """
        case = self.target.case
        if case is None or not self.of_the_record:
            self.write_file()
            return
        before = self.target.name.read_bytes() if self.target.file else b""
        try:
            with case.named(), case.ledger.writing() as connection:
                for one in self.corrections:
                    claims.review(connection, one.id, "corrected", Hand(by, at), one.after, note)
                for new in self.proposals:
                    claims.propose(connection, new.document, [new.claim], Hand(by, at))
                for name in self.namings:
                    register.register(connection, name.name, Hand(by, at))
                self.write_file()
        except BaseException:
            if self.target.file and self.target.name.read_bytes() != before:
                write_bytes(self.target.name, before)  # the file stands already, and the record does not
            raise

    def write_file(self) -> None:
        """Write the conflict file, if it says anything else; line ends stay those of the file."""
        if self.text == self.target.text or self.target.file is None:
            return
        before = self.target.name.read_bytes()
        content = self.text.encode()
        if b"\r\n" in before:
            content = content.replace(b"\n", b"\r\n")
        write_bytes(self.target.name, b"\xef\xbb\xbf" * before.startswith(b"\xef\xbb\xbf") + content)


def taken(
    target: Target,
    current: Mapping[str, Table],
    rows: Mapping[str, Sequence[Row]],
    notes: Sequence[str] = (),
    troubles: Sequence[FileTrouble] = (),
) -> Taken:
    """Find out what rows would change; nothing is written.

    Raises
    ------
    ManyTroubles
        Something in the rows cannot be taken in; it names all of it, each with its place.
    """
    found = Compared(troubles=list(troubles))
    for sheet in target.sheets:
        if sheet.name in rows:
            compare(found, sheet, current[sheet.name], rows[sheet.name], target.path.name)
    drop_unknown(target, found)
    found.added.sort(key=lambda one: (order_of(one[0]), int(place(one[1]) or 0)))
    corrected = corrections(target.case, found) if target.case else []
    proposed = proposals(target.case, found) if target.case else []
    text = new_text(target, found)
    if found.troubles:
        raise ManyTroubles(sorted(found.troubles, key=lambda one: in_order(one.where)))
    return Taken(
        target,
        text,
        tuple(told(found)),
        tuple(corrected),
        tuple(proposed),
        notes=(*notes, *left(target.path.name, target.sheets, found)),
    )


def in_order(where: str) -> list[str | int]:
    """Sort places as they are read: row 9 before row 10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", where)]


def order_of(sheet: Sheet) -> int:
    """Put new parties before their options, and options before what names them."""
    return [one.name for one in (STAKEHOLDERS, OPTIONS, WANTS, POSITIONS, CLAIMS)].index(sheet.name)


def place(row: Row) -> str:
    """Give the place that a row asks for, if it is one."""
    words = plain(PLACE, row.cells.get("place", ""))
    return words if words.isdigit() else ""


def drop_unknown(target: Target, found: Compared) -> None:
    """Drop new rows about a party or an issue that is not there, and say so."""
    if target.file is None:
        return
    conflict = target.file.conflict
    new = [row.cells["party"].strip() for sheet, row in found.added if sheet is STAKEHOLDERS]
    known = {"party": [*conflict.parties, *new], "issue": list(conflict.issues)}
    for sheet, row in list(found.added):
        for column in ("party", "issue"):
            name = row.cells.get(column, "").strip()
            if sheet not in (STAKEHOLDERS, CLAIMS) and column in row.cells and name not in known[column]:
                hint = did_you_mean(name, known[column])
                found.troubles.append(FileTrouble(row.place(column), f"no {column} is called {name!r}", hint))
                found.dropped.append((sheet, row))
    found.added = [one for one in found.added if one not in found.dropped]


def new_text(target: Target, found: Compared) -> str:
    """Give the conflict file's text as it would be; what is wrong with it is added to the troubles found.

    Notes
    -----
    Rows in which something is wrong by itself are left out, so that what is wrong with the others is found
    in the same run; unless others may name what a left out row would have brought.
    """
    if target.file is None:
        return target.text
    asked = orders(target.file.conflict, found)
    some = Compared(
        [edit for edit in found.edits if edit.sheet is not CLAIMS],
        [one for one in found.added if one[0] is not CLAIMS],
    )
    if any(sheet in (STAKEHOLDERS, OPTIONS) for sheet, _ in found.dropped) or not (some.edits or some.added):
        return target.text
    text = changed_text(target.text, target.file.conflict, some, asked, str(target.name))
    try:
        after = target.read(text)
    except ConflictTrouble as trouble:
        found.troubles += blamed(trouble, text, str(target.name), some)
        return target.text
    if not found.troubles:
        refuse_side_effects(target, some, rows_of(after.conflict))
    return text


def refuse_side_effects(target: Target, found: Compared, after: Mapping[str, Table]) -> None:
    """Make sure that what would come out says what was asked for, and nothing else.

    Raises
    ------
    CaseTrouble
        It does not: as where two parts of a file are one by an anchor.
    """
    before = rows_of(target.file.conflict) if target.file else {}
    wanted = {(edit.sheet.name, edit.key): edit.changes for edit in found.edits}
    for sheet in (STAKEHOLDERS, OPTIONS, WANTS, POSITIONS):
        for key, row in before.get(sheet.name, {}).items():
            now = after[sheet.name].get(key)
            asked = wanted.get((sheet.name, key), {})
            for column in sheet.columns:
                if column.kind in {"shown", "check"} or column.name == "place":
                    continue
                was = asked.get(column.name, row.cells.get(column.name, ""))
                if now is None or not same(column, in_book(was), in_book(now.cells.get(column.name, ""))):
                    what = f"changing that would also change {' on '.join(key)} ({column.name})"
                    raise CaseTrouble(f"{target.name}: {what}", "change it in the file itself")
