"""Small conflicts as text, and what reading or checking them complains of."""

from __future__ import annotations

import pytest

from jirga.conflict.board import board
from jirga.conflict.checks import conflict_problems
from jirga.conflict.file import parse_text, read_text
from jirga.errors import ConflictTrouble
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Problem

TWO = """\
title: Two
parties:
  a:
    name: A
    options: {x: do x, y: do y}
    prefers: [x, not y]
  b:
    name: B
    options: {z: do z}
    prefers: [not z, y]
"""  # what a test adds to it starts on line 11

STATES = """\
title: Three states
states: [start, deal, war]
parties:
  a: {name: A, moves: {start: [deal, war]}, ranking: [deal, start, war]}
  b: {name: B, moves: {war: deal}, ranking: [[deal, war], start]}
"""  # what a test adds to it starts on line 6


def two(more: str) -> Conflict:
    """Read the conflict of two parties with more lines."""
    return parse_text(TWO + more)


def one_party(party: str, more: str = "") -> Conflict:
    """Read a conflict of one party, given in flow style without its name."""
    return parse_text(f"title: t\nparties: {{a: {{name: A, {party}}}}}\n{more}")


def problems(text: str) -> list[Problem]:
    """Read a text that is no conflict and give what is wrong."""
    with pytest.raises(ConflictTrouble) as caught:
        read_text(text, "f.yaml")
    return list(caught.value.problems)


def only_problem(text: str) -> Problem:
    """Read a text with one thing wrong and give it."""
    (problem,) = problems(text)
    return problem


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """Take the mark ^ out of a text and give the line and column at which it stood."""
    before, after = text.split("^")
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def at(problem: Problem) -> tuple[int, int]:
    """Line and column of a problem."""
    return problem.where.line, problem.where.column


def checked(text: str) -> list[Problem]:
    """Check a text that can be read."""
    file = read_text(text, "f.yaml")
    return conflict_problems(file.conflict, board(file.conflict), file.places)


def found(text: str, kind: str) -> list[Problem]:
    """Check a text and keep one kind of problem."""
    return [problem for problem in checked(text) if problem.kind == kind]
