"""What is found in a copy: where, what changed, what the claim says, and what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from jirga.brief.checking.counting import Difference
from jirga.brief.checking.cutting import sentences
from jirga.brief.content.lines import METHOD, Note
from jirga.brief.writing.pieces import note_where

SAID = {
    "number": "number",
    "name": "name",
    "negation": "negation",
    "modality": "how firmly it is said",
    "quantity": "how much of it",
    "result": "result",
    "basis": "how it is known",
    "opposite": "opposite",
    "order": "changed places",
}


@dataclass(frozen=True)
class Cited:
    """What a sentence leads to: the label, source and passage, and its words."""

    label: str
    where: str
    quotes: tuple[str, ...] = ()

    @classmethod
    def of(cls, note: Note) -> Cited:
        """Take over a note."""
        where = "worked out by Jirga" if note.label == METHOD else note_where(note)
        return cls(note.label, where, note.quotes)


@dataclass(frozen=True)
class Flag:
    """One thing to look at before a copy is handed over.

    Attributes
    ----------
    kind : str
        What sort of thing: number, name, negation, ..., marker, note, quotation, source, since.
    under : str
        The heading that the sentence stands under.
    key : str
        Which line of the brief it is; empty for a sentence that somebody put in.
    words : str
        What stands there now.
    what : str
        What is wrong with it.
    said : str
        What the brief said there; empty for a sentence that somebody put in.
    cites : tuple of Cited
        What it leads to.
    hint : str
        What to do.
    """

    kind: str
    under: str
    key: str
    words: str
    what: str
    said: str = ""
    cites: tuple[Cited, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Checked:
    """A copy, checked.

    Attributes
    ----------
    flags : tuple of Flag
        In reading order.
    remarks : tuple of str
        What a reader should know of the file that is no fault of a sentence.
    compared : int
        How many sentences were compared with what they lead to.
    """

    flags: tuple[Flag, ...]
    remarks: tuple[str, ...] = ()
    compared: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Give what was found as JSON can hold it."""
        return asdict(self)


def in_words(one: Difference) -> str:
    """Say a difference.

    >>> in_words(Difference("number", ("at least 60",), ("80",)))
    'number: \u201cat least 60\u201d is now \u201c80\u201d'
    >>> in_words(Difference("negation", ("not",)))
    'negation: \u201cnot\u201d is gone'
    """
    lead = SAID[one.kind]
    gone, new = quoted(one.gone), quoted(one.new)
    if one.kind == "order" and gone == new:
        return f"{lead}: {gone} stands elsewhere"
    if gone and new:
        return f"{lead}: {gone} is now {new}"
    return f"{lead}: {gone} {'is' if len(one.gone) == 1 else 'are'} gone" if gone else f"{lead}: {new} is new"


def apart(now: str, said: str) -> tuple[str, str]:
    """Give only the sentences in which two texts differ, where they have several.

    >>> apart("It holds. Kabul stays.", "It holds. Kabul leaves.")
    ('Kabul stays.', 'Kabul leaves.')
    """
    ours, theirs = sentences(now), sentences(said)
    shown = (
        " ".join(one for one in some if one not in others)
        for some, others in ((ours, theirs), (theirs, ours))
    )
    left, right = shown
    return (left or now, right) if said else (now, "")


def quoted(some: tuple[str, ...]) -> str:
    """Put words in quotation marks."""
    return ", ".join(f"\u201c{one}\u201d" for one in some)
