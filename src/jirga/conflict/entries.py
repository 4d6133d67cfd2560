"""Entries put into a file's document so that the comments and blank lines around them stay where they are."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString
from ruamel.yaml.tokens import CommentToken

BLOCK = (LiteralScalarString, FoldedScalarString)


def put(node: CommentedMap, key: str, value: Any) -> None:
    r"""Give an entry of a mapping another value; None takes it away, and a new one stands last.

    Examples
    --------
    >>> from jirga.conflict.yaml_text import yaml_document, yaml_text
    >>> document = yaml_document("a:\n  x: 1  # one\n\nb: 2\n", "text")
    >>> put(document["a"], "y", "new")
    >>> print(yaml_text(document), end="")
    a:
      x: 1  # one
      y: new
    <BLANKLINE>
    b: 2
    """
    if value is None:
        if key in node:
            take(node, key)
    elif key in node:
        node[key] = value
    else:
        below = tail_taken(node)
        node[key] = lines(value) if isinstance(value, str) else value
        tail_given(node, below)


def take(node: CommentedMap, key: str) -> None:
    """Take an entry away; what stands below it stays below."""
    last = list(node)[-1] == key
    below = tail_taken(node) if last else ""
    del node[key]
    if node:
        tail_given(node, below)


def append(node: CommentedSeq, value: Any) -> None:
    """Put an item at the end of a list."""
    below = tail_taken(node)
    node.append(value)
    tail_given(node, below)


def flow(node: Any) -> Any:
    """Let it stand on one line."""
    node.fa.set_flow_style()
    return node


def on_one_line(node: Any) -> bool:
    """Whether a mapping or list is written with brackets."""
    return bool(getattr(node, "fa", None) is not None and node.fa.flow_style())


def lines(text: str) -> str:
    """Write a text of several lines as lines."""
    return LiteralScalarString(text) if "\n" in text else text


def tail(node: Any) -> tuple[Any, Any]:
    """Find the last entry of all inside a node: comments and blank lines below are kept with it."""
    key = list(node)[-1] if isinstance(node, dict) else len(node) - 1
    value = node[key]
    inside = isinstance(value, CommentedMap | CommentedSeq) and value and not on_one_line(value)
    return tail(value) if inside else (node, key)


def tail_taken(node: Any) -> str:
    """Take away what stands below the last line of a node, and give it; what is beside it stays."""
    if not node or on_one_line(node):
        return ""
    owner, key = tail(node)
    slot = 2 if isinstance(owner, dict) else 0
    tokens = owner.ca.items.get(key)
    if not tokens or tokens[slot] is None:
        return ""
    if isinstance(owner[key], BLOCK):  # its own line end is not in the token
        token, tokens[slot] = tokens[slot], None
        return f"\n{token.value}"
    beside, _, below = tokens[slot].value.partition("\n")
    tokens[slot] = CommentToken(f"{beside}\n", tokens[slot].start_mark, None) if beside.strip() else None
    return f"\n{below}" if below else ""


def tail_given(node: Any, below: str) -> None:
    """Put what stood below a node under what is its last line now."""
    if not below:
        return
    owner, key = tail(node)
    slot = 2 if isinstance(owner, dict) else 0
    tokens = owner.ca.items.setdefault(key, [None] * 4)
    if isinstance(owner[key], BLOCK):
        tokens[slot] = CommentToken(below[1:], CommentMark(0), None)
        return
    beside = tokens[slot].value.rstrip("\n") if tokens[slot] is not None else ""
    mark = tokens[slot].start_mark if tokens[slot] is not None else CommentMark(0)
    tokens[slot] = CommentToken(beside + below, mark, None)
