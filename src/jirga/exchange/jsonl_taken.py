"""Lines of JSON taken back into a file or a case: what can be, and the rest refused by its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from jirga.errors import FileTrouble, NotInText
from jirga.exchange.columns import OPTIONS, POSITIONS, STAKEHOLDERS, WANTS
from jirga.exchange.content import content_of
from jirga.exchange.into_record import Correction, Naming, Proposal
from jirga.exchange.jsonl import Line, check, lines
from jirga.exchange.jsonl_in import UNNAMED, Lines, Read, key_of, read_lines
from jirga.exchange.kinds import LINE_KINDS
from jirga.exchange.rows import Cells, Row, known_by, option_cells, position_cells, want_cells
from jirga.exchange.taken import Taken, taken
from jirga.exchange.target import Target
from jirga.record.passages import placed
from jirga.record.register import named
from jirga.schema.bargaining import Position
from jirga.schema.conflict import Party
from jirga.schema.record import Name, Recorded
from jirga.schema.wants import Want

NOT_HERE = "name the case's folder, not a file"
INSIDE = {"party": ("name", "short", "options"), "want": ("want", "id", "strongly", "unknown", "red_line")}
KNOWN_BY = ("basis", "cite", "quote", "why", "level")


class Taking:
    """Lines on their way in.

    Parameters
    ----------
    target : Target
        Where to.
    found : Lines
        What was read.
    """

    def __init__(self, target: Target, found: Lines) -> None:
        self.target, self.found = target, found
        content = content_of(target)
        self.current = {key_of(line): line for line in lines(content)}
        self.documents = {one.id: one for one in content.documents}
        self.names = {one.id: one for one in content.names}
        self.rows: dict[str, list[Row]] = {}
        self.refused: list[FileTrouble] = []
        self.notes: list[str] = []
        self.corrections: list[Correction] = []
        self.proposals: list[Proposal] = []
        self.namings: list[Naming] = []

    def all(self) -> None:
        """Sort every line."""
        seen: dict[tuple[str, ...], Read] = {}
        stale: list[str] = []
        for one in self.found.read:
            now = self.current.get(one.key)
            if one.key in seen and one.kind not in UNNAMED:
                what = f"says the same {one.kind} again as line {seen[one.key].number}"
                self.found.troubles.append(FileTrouble(one.where, what, "keep one of the two"))
            elif now is not None and check(now) == check(one.line):
                pass  # it says what is there
            elif one.mark == check(one.line):
                stale.append(f"line {one.number}")
            elif now is not None and one.mark and one.mark != check(now):
                what = f"was changed here, and since the export in {self.target.path.name} too"
                hint = "export again, and make the change there"
                self.found.troubles.append(FileTrouble(one.where, what, hint))
            else:
                self.one(one, now)
            seen[one.key] = one
        if stale:
            what = f"changed in {self.target.path.name} since the export, and left as it is there"
            self.notes.append(f"{what} ({', '.join(stale[:8])}{', ...' * (len(stale) > 8)})")

    def one(self, one: Read, now: Line | None) -> None:
        """Sort a line that says something new."""
        value = one.value
        if isinstance(value, Party | Want | Position):
            if self.target.file is None:
                self.refuse(one, "has no conflict file to go into", "jirga new FILE writes one")
            else:
                self.of_the_file(one, value, now)
        elif isinstance(value, Recorded | Name):
            if self.target.case is None:
                self.refuse(one, f"is a {one.kind}, and those are kept in a case", NOT_HERE)
            elif isinstance(value, Name):
                self.name(one, value)
            else:
                self.claim(one, value, now)
        else:
            hint = LINE_KINDS[one.kind].back.removeprefix("refused: ")
            self.refuse(one, f"says another {one.kind} than is there", hint)

    def refuse(self, one: Read, what: str, hint: str) -> None:
        """Refuse one line; the others are taken in."""
        self.refused.append(FileTrouble(one.where, what, hint))

    def of_the_file(self, one: Read, value: Party | Want | Position, now: Line | None) -> None:
        """Sort a party, a want or a position."""
        other = sorted(self.beyond(one, now))
        if other:
            what = f"changes {', '.join(other)}, which is not taken in from here"
            self.refuse(one, what, "change it in the conflict file")
            return
        for sheet, cells in rows_of(one, value):
            self.rows.setdefault(sheet, []).append(Row(cells, one.where))

    def beyond(self, one: Read, now: Line | None) -> Iterator[str]:
        """Give the fields that a line changes and that no sheet has a column for."""
        if one.kind == "position":
            return
        before = now or blank(one)
        for key, said in one.line.items():
            if key not in (*INSIDE[one.kind], *KNOWN_BY, "kind", "party", "place") and said != before.get(
                key
            ):
                yield key

    def claim(self, one: Read, value: Recorded, now: Line | None) -> None:
        """Sort a claim."""
        document = self.documents.get(value.document)
        if document is None:
            self.refuse(
                one, f"is of the document {value.document}, which is not here", "jirga add takes it in"
            )
            return
        before = now["state"] if now else "proposed"
        if value.state != before:
            what = f"is {value.state} in the file and {before} here"
            self.refuse(one, what, "what was made of a claim is judged here, with jirga review")
            return
        assert self.target.case is not None  # noqa: S101  (asked before)
        try:
            claim = placed(value.claim, document.id, self.target.case.text(document.name))
        except NotInText as trouble:
            self.found.troubles.append(FileTrouble(one.where, trouble.what, trouble.hint))
            return
        if now is None:
            self.proposals.append(Proposal(document, claim, one.where))
        elif claim.kind != now["claim"]["kind"]:
            what = f"is a {claim.kind} here and was a {now['claim']['kind']}"
            self.refuse(one, what, "reject it with jirga review, and propose the other")
        elif claim.model_dump(mode="json") != now["claim"]:
            self.corrections.append(Correction(value.id, claim, one.where))

    def name(self, one: Read, value: Name) -> None:
        """Sort a name of the register."""
        own = named(value.kind, value.name, value.aliases, value.note)
        before = self.names.get(value.id)
        if own.id != value.id or value.into != (before.into if before else ""):
            self.refuse(one, "joins, parts or renames what the register has", "jirga merge does that")
        elif before and set(before.aliases) - set(value.aliases):
            self.refuse(one, "takes an alias away", "the register only grows")
        else:
            self.namings.append(Naming(own, one.where))


def blank(one: Read) -> Line:
    """Give what a new line of a kind would say if it said nothing."""
    fields = LINE_KINDS[one.kind].type.model_fields
    made: dict[str, Any] = {}
    for name, field in fields.items():
        default = field.get_default(call_default_factory=True)
        made[name] = list(default) if isinstance(default, tuple) else default
    return made


def rows_of(one: Read, value: Party | Want | Position) -> Iterator[tuple[str, Cells]]:
    """Lay a line out as rows of the sheets."""
    if isinstance(value, Want):
        place = str(one.line["place"])
        yield WANTS.name, shown_less(want_cells(str(one.line["party"]), 0, value) | {"place": place})
    elif isinstance(value, Position):
        yield POSITIONS.name, shown_less(position_cells(value))
    else:
        id_ = str(one.line["id"])
        party = {"party": id_, "name": value.name, "short": value.short}
        yield STAKEHOLDERS.name, party | known_by(value)
        for key, option in value.options.items():
            yield OPTIONS.name, option_cells(id_, key, option)


def shown_less(cells: Cells) -> Cells:
    """Leave out what is only shown."""
    return {name: words for name, words in cells.items() if name != "retracted"}


def jsonl_taken(path: Path, target: Target) -> Taken:
    """Find out what a file of lines would change; nothing is written.

    Raises
    ------
    ManyTroubles
        Lines cannot be read, or say what cannot be; it names all of them.
    """
    taking = Taking(target, read_lines(path))
    taking.all()
    current = target.rows()
    some = taken(target, current, taking.rows, taking.notes, taking.found.troubles)
    notes = tuple(note for note in some.notes if " not in the sheet " not in note)
    told = (
        *(f"claim {one.id}: corrected" for one in taking.corrections),
        *(f"new claim: {one.claim.main.quote}" for one in taking.proposals),
        *(f"{one.name.kind} {one.name.name}: in the register" for one in taking.namings),
    )
    return replace(
        some,
        changes=(*some.changes, *told),
        corrections=tuple(taking.corrections),
        proposals=tuple(taking.proposals),
        namings=tuple(taking.namings),
        notes=notes,
        refused=tuple(taking.refused),
    )
