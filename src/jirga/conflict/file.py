"""The conflict file: read from YAML with every problem at its place, written back with its comments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml.comments import CommentedMap

from jirga.conflict.places import Places
from jirga.conflict.references import reference_problems
from jirga.conflict.retracted import marked
from jirga.conflict.text import file_text, write_text
from jirga.conflict.wording import schema_problem
from jirga.conflict.yaml_text import yaml_document, yaml_text
from jirga.errors import ConflictTrouble
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Place, Problem

Joined = Callable[[Conflict], Conflict]


def as_it_is(conflict: Conflict) -> Conflict:
    """Add nothing to a conflict: its file says all there is."""
    return conflict


@dataclass(frozen=True)
class ConflictFile:
    """A conflict and the text it was read from.

    Attributes
    ----------
    name : str
        The file's name, for messages.
    document : CommentedMap
        The text as ruamel.yaml read it, with comments, order and places.
    conflict : Conflict
        What it says.
    """

    name: str
    document: CommentedMap
    conflict: Conflict

    @property
    def places(self) -> Places:
        """Where in the text each thing stands."""
        return Places(self.document, self.name)

    def text(self) -> str:
        """Give the text, with its comments and order."""
        return yaml_text(self.document)

    def write(self, path: str | Path) -> None:
        """Write the text beside the target and rename it into place, so that nothing is half written."""
        write_text(path, self.text())


def read_file(path: str | Path) -> ConflictFile:
    """Read a conflict file.

    Raises
    ------
    FileTrouble
        The file is missing, a directory, empty, too large or not text.
    ConflictTrouble
        It is text, but no conflict; carries all the problems found.
    """
    return read_text(file_text(path), str(path))


def read_text(text: str, name: str = "text", joined: Joined = as_it_is) -> ConflictFile:
    """Read a conflict from text; `name` stands in messages, `joined` adds what a case knows of sources."""
    document = yaml_document(text, name)
    if links_tables(document):
        what = "links two tables and has no parties of its own"
        raise ConflictTrouble([Problem("error", "linked", Place(name), what, "jirga link FILE solves it")])
    places = Places(document, name)
    try:
        conflict = marked(joined(numbered(Conflict.model_validate(document))))
    except ValidationError as trouble:
        problems = sorted(
            (schema_problem(error, places) for error in trouble.errors()), key=lambda one: one.where
        )
        raise ConflictTrouble(problems) from None
    problems = reference_problems(conflict, places)
    if problems:
        raise ConflictTrouble(problems)
    return ConflictFile(name, document, conflict)


def links_tables(document: CommentedMap) -> bool:
    """Whether a document links other files instead of being a conflict."""
    return "tables" in document and "parties" not in document


def parse_text(text: str, name: str = "text") -> Conflict:
    """Read a conflict from text and keep only what it says."""
    return read_text(text, name).conflict


def numbered(conflict: Conflict) -> Conflict:
    """Give every want, linkage and offer without an id one made from its place, as kp.3."""
    parties = {}
    for name, party in conflict.parties.items():
        prefers = tuple(
            want if want.id else want.model_copy(update={"id": f"{name}.{place}"})
            for place, want in enumerate(party.prefers, start=1)
        )
        parties[name] = party.model_copy(update={"prefers": prefers})
    named = {"linkages": "linkage", "offers": "offer"}
    effects = {key: with_ids(getattr(conflict, key), word) for key, word in named.items()}
    return conflict.model_copy(update={"parties": parties, **effects})


def with_ids(some: tuple[Any, ...], word: str) -> tuple[Any, ...]:
    """Give each of some things without an id one made from its place, as linkage 2."""
    return tuple(
        one if one.id else one.model_copy(update={"id": f"{word} {place}"})
        for place, one in enumerate(some, start=1)
    )


def text_of(conflict: Conflict) -> str:
    """Write a conflict that came from no file as the text of one."""
    return yaml_text(in_words(conflict.model_dump(mode="json", by_alias=True, exclude_defaults=True)))


def in_words(value: Any) -> Any:
    """Write numbers as the words they are read as."""
    if isinstance(value, dict):
        return {key: in_words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [in_words(one) for one in value]
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
