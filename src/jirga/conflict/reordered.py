"""The items of a list in a file's text in another order, each with the comments above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from jirga.conflict.rewritten import rewritten, same_meaning
from jirga.conflict.yaml_text import yaml_document, yaml_text


def reordered(text: str, name: str, path: Sequence[str], order: Sequence[int]) -> str:
    r"""Put the items of the list at a path into another order, and leave every line as it is written.

    Parameters
    ----------
    order : sequence of int
        The items by their old places, counted from 0.

    Examples
    --------
    >>> print(reordered("w:\n  - a  # first\n  # why\n  - b\n", "text", ["w"], [1, 0]), end="")
    w:
      # why
      - b
      - a  # first
    """

    def change(document: Any) -> None:
        items = at(document, path)
        items[:] = [items[one] for one in order]

    document = yaml_document(text, name)
    moved = by_lines(text, at(document, path), order)
    change(document)
    wanted = yaml_text(document)
    return moved if same_meaning(moved, wanted, name) else rewritten(text, name, change)


def at(document: Any, path: Sequence[str]) -> Any:
    """Follow a path of keys."""
    return reduce(lambda node, key: node[key], path, document)


def by_lines(text: str, items: Any, order: Sequence[int]) -> str:
    """Move the lines of each item; of a list written on one line nothing comes of it."""
    lines = text.splitlines(keepends=True)
    lines[-1:] = [line if line.endswith("\n") else f"{line}\n" for line in lines[-1:]]
    dashes = [dash(lines, items.lc.item(place)[0]) for place in range(len(items))]
    starts = [with_comments(lines, one) for one in dashes]
    ends = [*starts[1:], end_of(lines, dashes[-1])]
    blocks = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    return "".join(
        [*lines[: starts[0]], *(line for one in order for line in blocks[one]), *lines[ends[-1] :]]
    )


def dash(lines: Sequence[str], line: int) -> int:
    """Find the line on which an item begins with a dash."""
    while line > 0 and not lines[line].lstrip().startswith("-"):
        line -= 1
    return line


def with_comments(lines: Sequence[str], line: int) -> int:
    """Go up to the first of the comments that stand right above an item."""
    while line > 0 and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def end_of(lines: Sequence[str], line: int) -> int:
    """Find where the last item ends: after the last line that is further in than its dash."""
    last = line
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and inset(lines[number]) <= inset(lines[line]):
            break
        last = number if lines[number].strip() else last
    return last + 1


def inset(line: str) -> int:
    """Count the blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))
