"""An answer: sentences with the marks of what they rest on, in sections, ready to be shown anywhere."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from html import escape


@dataclass(frozen=True)
class Mark:
    """What a sentence rests on: a want or a rule, how it is known, and the words of the source.

    Attributes
    ----------
    id : str
        The want's id, or a rule's formula.
    basis : str
        stated, reported, argued, inferred or assumed.
    cites : tuple of str
        Source and passage, as article#S38.
    quote : str
        The words it rests on, if the file has them.
    retracted : bool
        Whether everything cited was retracted.
    """

    id: str
    basis: str
    cites: tuple[str, ...] = ()
    quote: str = ""
    retracted: bool = False

    @property
    def label(self) -> str:
        """The mark in words: stated, article S38."""
        cited = (cite.replace("#", " ") for cite in self.cites)
        return ", ".join([self.basis, *cited, *(["retracted"] if self.retracted else [])])


@dataclass(frozen=True)
class Sentence:
    """Words and marks, in reading order."""

    parts: tuple[str | Mark, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the sentence rests on."""
        return tuple(part for part in self.parts if isinstance(part, Mark))

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else f" [{part.label}]" for part in self.parts)


@dataclass(frozen=True)
class Table:
    """A small table of words; `note` says how to read it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def _repr_html_(self) -> str:
        """Show the table in a notebook."""
        rows = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in (self.head, *self.rows)]
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table><p>{escape(self.note)}</p>"


@dataclass(frozen=True)
class Section:
    """A heading with the sentences, and perhaps a table, that belong under it."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Answer:
    """What a reader gets: the question, and sections that answer it, most important first."""

    title: str
    question: str
    as_of: str
    sections: tuple[Section, ...]

    def to_json(self) -> str:
        """Write the answer as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def _repr_html_(self) -> str:
        """Show the answer in a notebook."""
        parts = [f"<h3>{escape(self.title)}</h3><p>{escape(self.question)}</p>"]
        for section in self.sections:
            items = "".join(f"<li>{escape(str(one))}</li>" for one in section.sentences)
            parts.append(f"<h4>{escape(section.heading)}</h4><ul>{items}</ul>")
            parts.append(section.table._repr_html_() if section.table else "")
        return "".join(parts)

    def __str__(self) -> str:
        lines = [self.title, self.question, ""]
        for section in self.sections:
            lines += [section.heading.upper(), *map(str, section.sentences)]
            lines += [" | ".join(row) for row in (section.table.rows if section.table else ())]
            lines.append("")
        return "\n".join(lines).rstrip()
