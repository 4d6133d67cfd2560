"""A file's text changed in a few places: comments, blank lines and layout elsewhere stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from ruamel.yaml.comments import CommentedMap

from jirga.conflict.entries import append, put
from jirga.conflict.reordered import reordered
from jirga.conflict.rewritten import rewritten

TEXT = """\
parties:
  a:
    name: A
    prefers:
      - want: x   # beside
        id: A1

      # about A2
      - {want: y,
         id: A2}   # last
      # below

  b:
    name: "B"
    why: >-
      folded
      words

  # about c
  c:   {name: C}
"""


def a2(document: Any) -> Any:
    """The second want."""
    return document["parties"]["a"]["prefers"][1]


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (lambda d: put(a2(d), "id", "B2"), "id: A2}", "id: B2}"),
        (lambda d: put(a2(d), "why", "so"), "id: A2}", "id: A2, why: so}"),
        (lambda d: put(d["parties"]["b"], "name", "Bee"), '"B"', '"Bee"'),
        (lambda d: put(d["parties"]["b"], "why", None), "    why: >-\n      folded\n      words\n", ""),
        (lambda d: put(d["parties"]["b"], "short", "b"), "      words\n", "      words\n    short: b\n"),
        (
            lambda d: append(d["parties"]["a"]["prefers"], CommentedMap(want="z")),
            "# last\n",
            "# last\n      - want: z\n",
        ),
        (
            lambda d: put(d["parties"]["a"]["prefers"][0], "why", "one\n\n two\n"),
            "id: A1\n",
            "id: A1\n        why: |\n          one\n\n           two\n",
        ),
        (lambda d: put(d["parties"]["a"]["prefers"][0], "id", None), "        id: A1\n", ""),
        (lambda d: put(d, "as_of", "2025-03-07"), "{name: C}\n", "{name: C}\nas_of: 2025-03-07\n"),
    ],
)
def test_one_change(change: Callable[[Any], None], old: str, new: str) -> None:
    """Only what says it is another, sign for sign."""
    assert TEXT.count(old) == 1
    assert rewritten(TEXT, "text", change) == TEXT.replace(old, new)


@pytest.mark.parametrize("inset", ["", "    "])
def test_other_layouts_are_kept(inset: str) -> None:
    """Lists that are not set in, or set in further than ours, stay so."""
    text = f"a:\n{inset}- x: 1\n{inset}  y:   2\n{inset}- x: 3\nb: 4\n"

    def change(document: Any) -> None:
        put(document["a"][0], "z", "new")
        put(document, "b", "5")

    assert (
        rewritten(text, "text", change)
        == f"a:\n{inset}- x: 1\n{inset}  y:   2\n{inset}  z: new\n{inset}- x: 3\nb: 5\n"
    )


def test_items_take_their_comments_along() -> None:
    """Those right above; the last item's end is found; a list in brackets moves too."""
    moved = reordered(TEXT, "text", ["parties", "a", "prefers"], [1, 0])
    assert (
        moved.index("# about A2")
        < moved.index("{want: y,\n         id: A2}   # last")
        < moved.index("want: x")
    )
    assert sorted(moved.splitlines()) == sorted(TEXT.splitlines())
    assert (
        reordered("a: [x, y, z]  # so\nb:   1\n", "text", ["a"], [2, 0, 1]) == "a: [z, x, y]  # so\nb:   1\n"
    )
    assert reordered("a:\n- x\n- y", "text", ["a"], [1, 0]) == "a:\n- y\n- x\n"
