"""A brief as it stands in a file now, and as it was when it was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jirga.brief.checking.cutting import plain
from jirga.brief.content.lines import Brief, Line, Note
from jirga.brief.writing.pieces import ASSUMED, LEGEND, SAID, edge, note_words, pieces

NOTE = "note-"
OPENED = re.compile(f"^[\\s{ASSUMED}{SAID}\u00b7*-]+(?=\\S)")


@dataclass(frozen=True)
class Stretch:
    """Words of a copy that belong together: what is left of a line, or what somebody put in.

    Attributes
    ----------
    name : str
        The short name of the line in the file; empty where there is none.
    words : str
        What it says, without the labels of its notes.
    labels : tuple of str
        The labels it shows.
    under : str
        The heading it stands under.
    """

    name: str
    words: str
    labels: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True)
class Copy:
    """What a file shows now.

    Attributes
    ----------
    stretches : tuple of Stretch
        In reading order.
    notes : dict
        What stands in each note, by its label.
    remarks : tuple of str
        What a reader should know of the file that is no fault of a sentence.
    """

    stretches: tuple[Stretch, ...]
    notes: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Original:
    """A brief as it was written, with the short names of its lines.

    Attributes
    ----------
    brief : Brief
        The brief, without its drawings.
    names : dict
        Its lines by their short names.
    under : dict
        The heading that each line stands under.
    spoilt : frozenset of str
        The short names of lines, and the labels of notes behind `note-`, that the file no longer carries as
        they were written: somebody replaced words everywhere in it.
    drawn : str
        What the text alternatives of drawings say; some programs turn them into paragraphs.
    """

    brief: Brief
    names: Mapping[str, Line]
    under: Mapping[str, str]
    spoilt: frozenset[str] = frozenset()
    drawn: str = ""

    @property
    def furniture(self) -> frozenset[str]:
        """What every copy shows besides its lines: title, headings, how to read a table."""
        brief = self.brief
        parts = (*brief.main, *brief.annexes)
        some = [brief.title, brief.question, LEGEND, edge(brief), "Notes", "Annexes", *brief.footer]
        some += [one.heading for one in parts]
        some += [words for one in parts if one.grid for words in (*one.grid.head, one.grid.note)]
        some += [one.drawing.title for one in parts if one.drawing]
        return frozenset(map(alike, some))


def shown(one: Line) -> str:
    """Give a line as every kind of file shows it, without the labels of its notes."""
    return "".join(piece.words for piece in pieces(one))


def labels(one: Line) -> tuple[str, ...]:
    """Give the labels that a line shows."""
    return tuple(label for piece in pieces(one) for label in piece.labels)


def alike(words: str) -> str:
    r"""Give words with one kind of space, quotation mark and dash, and without the sign of a list.

    >>> alike("\u25cb  Kabul\u00a0would leave ")
    'Kabul would leave'
    """
    return OPENED.sub("", plain(words)).strip()


def note_shown(one: Note) -> str:
    """Give a note as files show it, each quotation after where it stands."""
    return alike(" ".join((note_words(one), *(f'"{quote}"' for quote in one.quotes))))
