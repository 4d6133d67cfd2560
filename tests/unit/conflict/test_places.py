"""Places: line and column of anything in the file."""

from __future__ import annotations

import pytest

from jirga.conflict.file import yaml_document
from jirga.conflict.places import Places
from jirga.schema.problems import Place

TEXT = """\
title: t
parties:
  kp:
    prefers:
      - {want: jirga, id: "first one"}
      - not jirga
  1917: [a, 'b']
"""
PLACES = Places(yaml_document(TEXT, "f.yaml"), "f.yaml")


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (["title"], 1, 8),
        (["parties"], 3, 3),
        (["parties", "kp", "prefers", 0], 5, 9),
        (["parties", "kp", "prefers", 0, "want"], 5, 16),
        (["parties", "kp", "prefers", 0, "id"], 5, 28),
        (["parties", "kp", "prefers", 1], 6, 9),
        (["parties", "1917", 1], 7, 14),
    ],
)
def test_place_of_a_value(path: list, line: int, column: int) -> None:
    """A value's place counts from 1; that of a quoted text is its first character."""
    assert PLACES.of(path) == Place("f.yaml", line, column)


def test_place_of_a_key() -> None:
    """The key stands elsewhere than its value; a number is found by its text."""
    assert PLACES.key(["parties", "kp", "prefers", 0, "id"]) == Place("f.yaml", 5, 23)
    assert PLACES.key(["parties", "1917"]) == Place("f.yaml", 7, 3)


def test_offset_counts_from_the_value() -> None:
    """An offset moves the column on."""
    assert PLACES.of(["title"], offset=3).column == 11


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ([], "f.yaml"),
        (["absent"], "f.yaml"),
        (["parties", "kp", "absent"], "f.yaml:4:5"),
        (["parties", "kp", "prefers", 7, "want"], "f.yaml:5:7"),
    ],
)
def test_unknown_path_gives_nearest_parent(path: list, place: str) -> None:
    """What is not there is looked for where it should have been."""
    assert str(PLACES.of(path)) == place


def test_has() -> None:
    """A list has the entries it has; names of types in a path are passed over."""
    assert PLACES.has(["parties", "kp", "prefers", 1])
    assert PLACES.has(["parties", "kp", "prefers", "Want", 1])
    assert not PLACES.has(["parties", "kp", "prefers", 2])
