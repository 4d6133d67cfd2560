"""Where in a file each thing stands: line and column of any path into the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jirga.schema.problems import Place

Step = str | int


class Places:
    """The places of a document's entries; an unknown path gives its nearest known parent."""

    def __init__(self, document: Any, file: str) -> None:
        self.document, self.file = document, file

    def of(self, path: Sequence[Step], *, offset: int = 0) -> Place:
        """Give the place of the value at a path, `offset` columns further on."""
        line, column, found = self._follow(path)
        if line < 0:
            return Place(self.file)
        return Place(self.file, line + 1, column + 1 + (offset if found else 0))

    def has(self, path: Sequence[Step]) -> bool:
        """Whether the document has an entry at a path."""
        return self._walk(path)[1]

    def key(self, path: Sequence[Step]) -> Place:
        """Give the place of the key itself rather than of its value."""
        parent, found = self._walk(path[:-1])[:2]
        key = matching(parent, path[-1])
        lc = getattr(parent, "lc", None)
        if found and isinstance(parent, dict) and lc is not None and key in (lc.data or {}):
            line, column = lc.key(key)
            return Place(self.file, line + 1, column + 1)
        return self.of(path)

    def _follow(self, path: Sequence[Step]) -> tuple[int, int, bool]:
        node, found, line, column = self._walk(path)
        quoted = type(node).__name__ in {"DoubleQuotedScalarString", "SingleQuotedScalarString"}
        return line, column + (1 if quoted and found else 0), found

    def _walk(self, path: Sequence[Step]) -> tuple[Any, bool, int, int]:
        """Follow a path as far as it goes; a step that a shorthand leaves out is passed over."""
        node, found, line, column = self.document, True, -1, 0
        for step in path:
            key = matching(node, step)
            if key is None:
                found = found and isinstance(step, str) and isinstance(node, str | list)
                continue
            line, column = position(node, key, (line, column))
            node = node[key]
        return node, found, line, column


def matching(node: Any, step: Step) -> Any:
    """Give the key of a node that a step means: a list's index, or a mapping's key as text."""
    if isinstance(node, list):
        return step if isinstance(step, int) and step < len(node) else None
    if isinstance(node, dict):
        return next((key for key in node if str(key) == str(step)), None)
    return None


def position(node: Any, key: Any, otherwise: tuple[int, int]) -> tuple[int, int]:
    """Line and column, from 0, of an entry; the last known place where the reader kept none."""
    lc = getattr(node, "lc", None)
    if lc is None or lc.data is None or key not in lc.data:
        return otherwise
    if isinstance(node, list):
        line, column = lc.item(key)
    else:
        line, column = lc.key(key) if node[key] is None else lc.value(key)
    return line, column
