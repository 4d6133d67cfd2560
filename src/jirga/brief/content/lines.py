"""Lines of a brief, the markers they end in, and the notes that markers lead to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from jirga.brief.drawings.drawing import Drawing

METHOD = "m"
Kind = Literal["cited", "assumed", "result"]


@dataclass(frozen=True)
class Note:
    """What a marker leads to: a source, a passage in it, and its words.

    Attributes
    ----------
    label : str
        What the marker shows: a number, or `m` for how results were worked out.
    cite : str
        Source and passage, as article#S38; empty for the method.
    source : str
        The source's short name; the part on sources gives its title, author and date.
    passage : str
        Where in the source, in words: S38, or characters 120 to 180.
    quotes : tuple of str
        The words that lines rest on, exactly as they stand there.
    retracted : str
        Why it was retracted; empty if it was not.
    """

    label: str
    cite: str
    source: str
    passage: str = ""
    quotes: tuple[str, ...] = ()
    retracted: str = ""


@dataclass(frozen=True)
class Marker:
    """The end of a statement: the notes it leads to, and how the statement is known.

    Attributes
    ----------
    kind : str
        cited; assumed, or said to be known without a passage that shows it; or a result, which leads to the
        method.
    basis : str
        stated, reported, argued, inferred or assumed, `stated, no passage` and so on; empty for a result.
    labels : tuple of str
        The labels of the notes.
    retracted : bool
        Whether everything it leads to was retracted.
    """

    kind: Kind
    basis: str = ""
    labels: tuple[str, ...] = ()
    retracted: bool = False


RESULT = Marker("result", labels=(METHOD,))


@dataclass(frozen=True)
class Line:
    """A sentence of a brief: words and markers in reading order.

    Attributes
    ----------
    key : str
        Which sentence it is, the same in every brief of a conflict: unlock.first.
    """

    key: str
    parts: tuple[str | Marker, ...]

    @property
    def words(self) -> str:
        """The sentence without its markers."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def markers(self) -> tuple[Marker, ...]:
        """What it leads to."""
        return tuple(part for part in self.parts if isinstance(part, Marker))

    @property
    def assumed(self) -> bool:
        """Whether some of it is merely assumed."""
        return any(one.kind == "assumed" for one in self.markers)

    @property
    def retracted(self) -> bool:
        """Whether something it rests on was retracted."""
        return any(one.retracted for one in self.markers)


@dataclass(frozen=True)
class Grid:
    """A table whose cells are lines; `note` says how to read it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A heading, and the lines, the table and the drawing that belong under it."""

    key: str
    heading: str
    lines: tuple[Line, ...] = ()
    grid: Grid | None = None
    drawing: Drawing | None = None

    @property
    def every(self) -> tuple[Line, ...]:
        """All lines, those of the table too."""
        cells = (cell for row in (self.grid.rows if self.grid else ()) for cell in row)
        return (*self.lines, *cells)


@dataclass(frozen=True)
class Brief:
    """Two pages and their annexes, ready to be written to any kind of file.

    Attributes
    ----------
    main : tuple of Part
        What stands on the two pages, in the order it is read.
    annexes : tuple of Part
        What stands after them.
    notes : tuple of Note
        In the order they are first led to; the method last.
    footer : tuple of str
        What was left out, by which names parties are called, what it was made from.
    names : tuple of tuple of str
        What each party is called: its name and its short name; a check of an edited copy needs them.
    """

    title: str
    question: str
    as_of: str
    main: tuple[Part, ...]
    annexes: tuple[Part, ...]
    notes: tuple[Note, ...]
    level: str = ""
    footer: tuple[str, ...] = field(default=())
    names: tuple[tuple[str, ...], ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in reading order."""
        return tuple(line for part in (*self.main, *self.annexes) for line in part.every)

    def note(self, label: str) -> Note:
        """Give the note of a label."""
        return next(one for one in self.notes if one.label == label)
