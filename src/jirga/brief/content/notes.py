"""Markers and notes: every source and passage gets a number where it is first led to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jirga.answer.sources import passage
from jirga.brief.content.drafts import Draft, DraftGrid, Said
from jirga.brief.content.lines import RESULT, Grid, Line, Marker, Note, Part
from jirga.schema.answer import Mark
from jirga.schema.conflict import Conflict
from jirga.schema.sources import Source

ENDS = ".;:,) "


class Notes:
    """The notes of one brief, numbered as they are first led to.

    Attributes
    ----------
    conflict : Conflict
        Whose sources they are.
    """

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self._labels: dict[str, str] = {}
        self._quotes: dict[str, dict[str, None]] = {}

    def marker(self, mark: Mark) -> Marker:
        """Turn what a sentence rests on into a marker, and number what it cites."""
        for cite in mark.cites:
            self._labels.setdefault(cite, str(len(self._labels) + 1))
            found = self._quotes.setdefault(cite, {})
            if mark.quote and mark.quote in passage(self.conflict, cite):
                found[mark.quote] = None
        labels = tuple(sorted({self._labels[cite] for cite in mark.cites}, key=int))
        if mark.basis == "assumed" or not mark.cites:
            basis = mark.basis if mark.basis == "assumed" else f"{mark.basis}, no passage"
            return Marker("assumed", basis, labels, mark.retracted)
        return Marker("cited", mark.basis, labels, mark.retracted)

    def line(self, said: Said, *, result: bool = True) -> Line:
        """Turn a sentence into a line: its marks numbered, a marker at its end."""
        parts = merged([self.marker(one) if isinstance(one, Mark) else one for one in said.sentence.parts])
        return Line(said.key, tuple(ended(parts) if result else parts))

    def grid(self, key: str, grid: DraftGrid) -> Grid:
        """Turn the cells of a table into lines."""
        rows = tuple(
            tuple(
                self.line(Said(f"{key}.{row}.{column}", cell), result=False)
                for column, cell in enumerate(cells)
            )
            for row, cells in enumerate(grid.rows, start=1)
        )
        return Grid(grid.head, rows, grid.note)

    def part(self, draft: Draft) -> Part:
        """Turn a draft into a part of the brief."""
        lines = tuple(self.line(one) for one in draft.said)
        grid = self.grid(draft.key, draft.grid) if draft.grid else None
        return Part(draft.key, draft.heading, lines, grid, draft.drawing)

    def parts(self, drafts: Iterable[Draft]) -> tuple[Part, ...]:
        """Turn drafts into parts of the brief; empty ones are left out."""
        return tuple(self.part(one) for one in drafts if not one.empty)

    def notes(self) -> tuple[Note, ...]:
        """Give the notes that something leads to, in the order of their numbers."""
        return tuple(self.note(cite, label) for cite, label in self._labels.items())

    def note(self, cite: str, label: str) -> Note:
        """Give the note of one source and passage; without a quotation, the whole passage is quoted."""
        name, _, mark = cite.partition("#")
        source = self.conflict.sources.get(name)
        whole = passage(self.conflict, cite)
        quotes = tuple(self._quotes[cite]) or ((whole,) if whole else ())
        gone = "" if source is None else source.retracted or source.retracted_passages.get(mark, "")
        return Note(label, cite, name, mark, quotes, gone)


def titled(source: Source) -> str:
    """Name a source by who wrote it, its title, and when."""
    return ", ".join(part for part in (source.by, source.title, source.date) if part)


def merged(parts: Sequence[str | Marker]) -> list[str | Marker]:
    """Join markers that follow one another and are known in the same way, each label once.

    >>> cited = [Marker("cited", "argued", ("1",)), Marker("cited", "argued", ("2", "1"))]
    >>> merged(["so", "", *cited, "."])[1].labels
    ('1', '2')
    """
    found: list[str | Marker] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Marker) and isinstance(last, Marker) and alike(part, last):
            labels = tuple(sorted({*last.labels, *part.labels}, key=int))
            found[-1] = replace(last, labels=labels)
        elif part:
            found.append(part)
    return found


def alike(one: Marker, other: Marker) -> bool:
    """Whether two markers say the same but for where they lead."""
    return (one.kind, one.basis, one.retracted) == (other.kind, other.basis, other.retracted)


def ended(parts: list[str | Marker]) -> list[str | Marker]:
    """Let a line that does not end in a marker, or in one and a full stop, end in that of a result.

    >>> len(ended(["He said so", Marker("cited", "stated", ("1",)), "."]))
    3
    >>> ended(["Nothing holds."])[-1].labels
    ('m',)
    """
    last = [part for part in parts if isinstance(part, Marker) or part.strip(ENDS)][-1:]
    return parts if not last or isinstance(last[0], Marker) else [*parts, RESULT]
