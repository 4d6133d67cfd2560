"""The conflict file: read from YAML with every problem at its place, written back with its comments."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from jirga.conflict.places import Places
from jirga.conflict.references import reference_problems
from jirga.conflict.wording import schema_problem
from jirga.errors import ConflictTrouble, FileTrouble
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Place, Problem

MAX_BYTES = 1_000_000
MAX_NODES = 200_000


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


def read_text(text: str, name: str = "text") -> ConflictFile:
    """Read a conflict from text; `name` stands in messages."""
    document = yaml_document(text, name)
    places = Places(document, name)
    try:
        conflict = numbered(Conflict.model_validate(document))
    except ValidationError as trouble:
        problems = sorted(
            (schema_problem(error, places) for error in trouble.errors()), key=lambda one: one.where
        )
        raise ConflictTrouble(problems) from None
    problems = reference_problems(conflict, places)
    if problems:
        raise ConflictTrouble(problems)
    return ConflictFile(name, document, conflict)


def parse_text(text: str, name: str = "text") -> Conflict:
    """Read a conflict from text and keep only what it says."""
    return read_text(text, name).conflict


def file_text(path: str | Path) -> str:
    """Read a text file, or say in one line why it cannot be read."""
    path = Path(path)
    try:
        if path.is_dir():
            raise FileTrouble(str(path), "is a directory", "name the conflict file in it")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FileTrouble(
                str(path),
                f"is {size:,} bytes; a conflict file has at most {MAX_BYTES:,}",
                "is it the right file?",
            )
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise FileTrouble(
            str(path), f"is not UTF-8 text (byte {trouble.start + 1})", "save it as UTF-8 and try again"
        ) from None
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise FileTrouble(str(path), f"cannot be read: {reason}", "check the name and the folder") from None
    if not text.strip():
        raise FileTrouble(str(path), "is empty", "jirga new FILE writes a starter")
    return text


def yaml_document(text: str, name: str) -> CommentedMap:
    """Read YAML 1.2 into a mapping, or say where it stops being one."""
    try:
        document = yaml().load(text)
        count_nodes(document, {}, 0)
    except MarkedYAMLError as trouble:
        raise ConflictTrouble([yaml_problem(trouble, name)]) from None
    except (YAMLError, ValueError, RecursionError, NotImplementedError, AttributeError) as trouble:
        what = "is nested too deeply" if isinstance(trouble, RecursionError) else first_line(trouble)
        hint = "write it out plainly, as jirga new FILE shows"
        raise ConflictTrouble([Problem("error", "yaml", Place(name), what, hint)]) from None
    if not isinstance(document, CommentedMap):
        what = "is not a conflict file: it should be 'key: value' lines, and starts otherwise"
        raise ConflictTrouble(
            [Problem("error", "yaml", Place(name), what, "jirga new FILE writes a starter")]
        )
    return document


def count_nodes(node: Any, known: dict[int, int], depth: int) -> int:
    """Count what a document holds once its aliases are written out; refuse more than is sensible."""
    if not isinstance(node, dict | list):
        return 1
    if depth > MAX_DEPTH:
        raise ValueError("is nested too deeply, or refers to itself")
    if id(node) not in known:
        inside = node.values() if isinstance(node, dict) else node
        known[id(node)] = 1 + sum(count_nodes(one, known, depth + 1) for one in inside)
    if known[id(node)] > MAX_NODES:
        raise ValueError("its aliases unfold into too many entries")
    return known[id(node)]


MAX_DEPTH = 40


def yaml_problem(trouble: MarkedYAMLError, name: str) -> Problem:
    """Turn a parser's complaint into a problem at its place."""
    mark = trouble.problem_mark or trouble.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    what = first_line(trouble.problem or trouble)
    hint = "check indentation, colons and quotes there"
    if "duplicate key" in what:
        hint = "give each its own name"
    return Problem("error", "yaml", place, f"cannot be read as YAML: {what}", hint)


def first_line(trouble: object) -> str:
    """Keep the first line of a message."""
    return (str(trouble).strip().splitlines() or ["it stops without saying why"])[0]


def numbered(conflict: Conflict) -> Conflict:
    """Give every want without an id one made from its place, as kp.3."""
    parties = {}
    for name, party in conflict.parties.items():
        prefers = tuple(
            want if want.id else want.model_copy(update={"id": f"{name}.{place}"})
            for place, want in enumerate(party.prefers, start=1)
        )
        parties[name] = party.model_copy(update={"prefers": prefers})
    return conflict.model_copy(update={"parties": parties})


def yaml() -> YAML:
    """Set up the round trip: comments, order and quotes are kept, lines are not broken."""
    reader = YAML(typ="rt")
    reader.preserve_quotes = True
    reader.width = 4096
    reader.indent(mapping=2, sequence=4, offset=2)
    return reader


def yaml_text(document: Any) -> str:
    """Write a document as YAML."""
    out = StringIO()
    yaml().dump(document, out)
    return out.getvalue()


def text_of(conflict: Conflict) -> str:
    """Write a conflict that came from no file as the text of one."""
    return yaml_text(conflict.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def write_text(path: str | Path, text: str) -> None:
    """Write beside the target and rename it into place."""
    path = Path(path)
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(beside).replace(path)
    except OSError as trouble:
        raise FileTrouble(
            str(path), f"cannot be written: {trouble.strerror}", "choose a folder you may write to"
        ) from None
