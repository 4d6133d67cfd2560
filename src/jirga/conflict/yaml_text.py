"""YAML 1.2 as a conflict file uses it: words stay words, comments stay, bombs do not go off."""

from __future__ import annotations

from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.resolver import VersionedResolver

from jirga.errors import ConflictTrouble, shortened
from jirga.schema.problems import Place, Problem

MAX_NODES = 200_000
MAX_DEPTH = 40
NUMBERS = {f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "timestamp")}


ODD: dict[type[Exception], str] = {
    RecursionError: "is nested too deeply",
    TypeError: "has a list or a mapping where a name should stand",
}


class Words(VersionedResolver):
    """Read numbers and dates as the words they were written in: 007 stays 007."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.kept: dict[str, Any] = {}

    @property
    def versioned_resolver(self) -> Any:
        """The patterns of plain scalars, without those of numbers and dates; asked for at every scalar."""
        version = str(self.processing_version)
        if version not in self.kept:
            self.kept[version] = {
                sign: [pair for pair in pairs if pair[0] not in NUMBERS]
                for sign, pairs in super().versioned_resolver.items()
            }
        return self.kept[version]


def yaml_document(text: str, name: str) -> CommentedMap:
    """Read YAML 1.2 into a mapping, or say where it stops being one."""
    document = parsed(text, name)
    if not isinstance(document, CommentedMap):
        what = "is not a conflict file: it should be 'key: value' lines, and starts otherwise"
        raise unreadable(name, what, "jirga new FILE writes a starter")
    try:
        count_nodes(document, {}, 0)
    except ValueError as trouble:
        raise unreadable(name, str(trouble)) from None
    refuse_doubles(document, name)
    return document


def parsed(text: str, name: str) -> Any:
    """Let the YAML reader read, and put whatever it stumbles over into words."""
    try:
        refuse_deep(text)
        return yaml().load(text)
    except MarkedYAMLError as trouble:
        raise ConflictTrouble([yaml_problem(trouble, name)]) from None
    except (YAMLError, ValueError, RecursionError, NotImplementedError, AttributeError, TypeError) as trouble:
        raise unreadable(name, ODD.get(type(trouble)) or first_line(trouble)) from None


def unreadable(
    name: str, what: str, hint: str = "write it out plainly, as jirga new FILE shows"
) -> ConflictTrouble:
    """Make the error of a text that cannot be read as a whole."""
    return ConflictTrouble([Problem("error", "yaml", Place(name), what, hint)])


def refuse_deep(text: str) -> None:
    """Refuse nested brackets before the parser counts them one inside the other."""
    depth = deepest = 0
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        for sign in line:
            depth += (sign in "[{") - (sign in "]}")
            deepest = max(deepest, depth)
    if deepest > 5 * MAX_DEPTH:
        raise ValueError("is nested too deeply")


def refuse_doubles(node: Any, name: str) -> None:
    """Refuse two keys of one mapping that are one name, as 1 and '1'."""
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, CommentedMap):
        seen: set[str] = set()
        for key in node:
            if str(key) in seen:
                line, column = node.lc.key(key)
                place = Place(name, line + 1, column + 1)
                what = f"the name {str(key)!r} stands twice"
                raise ConflictTrouble([Problem("error", "duplicate", place, what, "rename one")])
            seen.add(str(key))
    for one in inside:
        refuse_doubles(one, name)


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


def yaml_problem(trouble: MarkedYAMLError, name: str) -> Problem:
    """Turn a parser's complaint into a problem at its place."""
    mark = trouble.problem_mark or trouble.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    what = shortened(first_line(trouble.problem or trouble))
    hint = "check indentation, colons and quotes there"
    if "duplicate key" in what:
        hint = "give each its own name"
    return Problem("error", "yaml", place, f"cannot be read as YAML: {what}", hint)


def first_line(trouble: object) -> str:
    """Keep the first line of a message."""
    return (str(trouble).strip().splitlines() or ["it stops without saying why"])[0]


def yaml() -> YAML:
    """Set up the round trip: comments, order and quotes are kept, lines are not broken."""
    reader = YAML(typ="rt")
    reader.Resolver = Words
    reader.preserve_quotes = True
    reader.width = 4096
    reader.indent(mapping=2, sequence=4, offset=2)
    return reader


def yaml_text(document: Any) -> str:
    """Write a document as YAML."""
    out = StringIO()
    yaml().dump(document, out)
    return out.getvalue()
