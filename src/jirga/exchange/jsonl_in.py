"""Lines of JSON read back: each line by itself, and everything wrong told by its number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from jirga.errors import FileTrouble, did_you_mean, shortened
from jirga.exchange.jsonl import Line, check
from jirga.exchange.kinds import FORMAT, LINE_KINDS, LineKind

LISTED = "docs/jsonl.md lists the keys"
MAX_BYTES = 300_000_000
KEYS: Mapping[str, tuple[str, ...]] = {
    "want": ("id",),
    "position": ("party", "issue"),
    "conflict": (),
    "passage": ("document", "mark"),
    "review": ("number",),
    "consent": ("issue",),
    "view": ("party",),
}
BY_NAME = ("outcome", "package", "variant", "body")
UNNAMED = ("impossible", "linkage", "offer", "mandate", "expectation")


@dataclass(frozen=True)
class Read:
    """One line as it came back.

    Attributes
    ----------
    number : int
        Its number in the file, counted from 1.
    line : dict
        What stands on it, without its check.
    mark : str
        Its check, if it has one.
    value : BaseModel or None
        Its fields as a value of their type.
    """

    where: str
    number: int
    line: Line
    mark: str
    value: BaseModel | None

    @property
    def kind(self) -> str:
        """Of which kind it is."""
        return str(self.line["kind"])

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from the others of its kind."""
        return key_of(self.line)


@dataclass
class Lines:
    """What came back.

    Attributes
    ----------
    read : list of Read
        The lines that can be read.
    troubles : list of FileTrouble
        What cannot be read, by line.
    """

    read: list[Read] = field(default_factory=list)
    troubles: list[FileTrouble] = field(default_factory=list)


def key_of(line: Line) -> tuple[str, ...]:
    """Give what tells a line from the others of its kind; lines that nothing names go by their content."""
    kind = line["kind"]
    if kind in UNNAMED:
        return (kind, check(line))
    names = KEYS.get(kind, ("name",) if kind in BY_NAME else ("id",))
    return (kind, *(str(line.get(name, "")) for name in names))


def read_lines(path: Path) -> Lines:
    """Read a file of lines.

    Raises
    ------
    FileTrouble
        It cannot be read, or is of a newer format.
    """
    found = Lines()
    for number, text in enumerate(text_of(path).split("\n"), start=1):
        if not text.strip():
            continue
        where = f"{path}, line {number}"
        try:
            line = json.loads(text, parse_constant=no_number)
        except (ValueError, RecursionError) as wrong:
            said = getattr(wrong, "msg", None) or str(wrong)
            found.troubles.append(FileTrouble(where, f"is no JSON: {said}", "write one record on the line"))
            continue
        found.troubles += list(taken(found, line, where, number))
    return found


def no_number(text: str) -> Any:
    """Refuse what JSON has no number for."""
    raise ValueError(f"{text} is no number of JSON")


def text_of(path: Path) -> str:
    """Read the file's text."""
    try:
        content = path.read_bytes()
    except OSError as wrong:
        hint = "check the name and the folder"
        raise FileTrouble(str(path), f"cannot be read: {wrong.strerror}", hint) from None
    if len(content) > MAX_BYTES:
        raise FileTrouble(str(path), f"is larger than {MAX_BYTES:,} bytes", "is it the right file?")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise FileTrouble(
            str(path), f"is not UTF-8 text (byte {wrong.start + 1})", "save it as UTF-8"
        ) from None
    if not text.strip():
        raise FileTrouble(str(path), "is empty", "jirga export FILE --to book.jsonl writes such a file")
    return text


def taken(found: Lines, line: Any, where: str, number: int) -> Iterator[FileTrouble]:
    """Keep a line, or say what is wrong with it."""
    if not isinstance(line, dict) or not isinstance(line.get("kind"), str):
        yield FileTrouble(where, "is no record with a kind", 'write {"kind": ...} with its fields')
    elif line["kind"] == "jirga":
        if line.get("format") != FORMAT:
            what = f"is of the format {shortened(str(line.get('format')))}, and {FORMAT} is read here"
            yield FileTrouble(where, what, "a newer Jirga may read it")
    elif line["kind"] not in LINE_KINDS:
        what = f"{shortened(line['kind'])!r} is no kind of line"
        yield FileTrouble(where, what, did_you_mean(line["kind"], LINE_KINDS))
    else:
        mark = str(line.pop("check", ""))
        try:
            value = valued(line, LINE_KINDS[line["kind"]])
        except ValidationError as wrong:
            for error in wrong.errors():
                field_ = ".".join(str(step) for step in error["loc"])
                said = error["msg"].removeprefix("Value error, ")
                yield FileTrouble(
                    f"{where}, {field_}" if field_ else where, said, "docs/jsonl.md lists the keys"
                )
        except KeyError as wrong:
            yield FileTrouble(where, f"{wrong} is missing", "docs/jsonl.md lists the keys")
        else:
            found.read.append(Read(where, number, line, mark, value))


def valued(line: Line, kind: LineKind) -> BaseModel | None:
    """Read a line's fields as a value of their type."""
    if kind.under or line["kind"] == "conflict":
        return None
    said = {key: value for key, value in line.items() if key != "kind" and key not in kind.more}
    for key in kind.more:
        line[key]
    if line["kind"] == "name":
        said["kind"] = line["name_kind"]
    return kind.type.model_validate_json(json.dumps(said))
