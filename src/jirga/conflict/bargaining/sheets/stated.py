"""What a table states: parties, issues, leverage, and one row for each position."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jirga.errors import FileTrouble

Triple = tuple[str, str, str]
TRIPLES = ("ideal", "min", "max", "salience")
WORDS = ("basis", "cite", "quote", "why")


@dataclass(frozen=True)
class Row:
    """One position as a table states it.

    Attributes
    ----------
    where : str
        File, sheet and row, for messages.
    party, issue : str
        Ids.
    triples : dict of str to (str, str, str) or None
        ideal, min, max, salience: low, mode and high in words; None where the cells are empty.
    words : dict of str to str
        basis, cite, quote, why; only those that the table has a column for. The same holds of `triples`.
    """

    where: str
    party: str
    issue: str
    triples: dict[str, Triple | None]
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stated:
    """Everything a table states.

    Attributes
    ----------
    title : str
        What it is called.
    rows : tuple of Row
        The positions.
    parties : dict of str to str
        Names by id.
    issues : dict of str to str
        Words by id.
    scales : dict of str to dict of str to str
        What places on each issue's scale mean.
    leverage : dict of str to (str, str, str)
        Low, mode and high by party.
    notes : tuple of str
        What was done to the numbers on the way.
    """

    title: str
    rows: tuple[Row, ...]
    parties: dict[str, str]
    issues: dict[str, str]
    scales: dict[str, dict[str, str]] = field(default_factory=dict)
    leverage: dict[str, Triple] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def trouble(where: str, what: str, hint: str) -> FileTrouble:
    """Make the error of something wrong in a table."""
    return FileTrouble(where, what, hint)


def as_id(name: str) -> str:
    """Make an id of a name.

    >>> as_id("SActor-00"), as_id("1st issue")
    ('sactor_00', '_1st_issue')
    """
    plain = re.sub(r"[^a-z0-9_]+", "_", name.strip().lower())
    return plain if plain[:1].isalpha() or plain[:1] == "_" else f"_{plain}"


def ids(names: Iterable[str], where: str) -> dict[str, str]:
    """Give names their ids, and refuse two names with one id."""
    found: dict[str, str] = {}
    for name in names:
        twin = next((other for other, id_ in found.items() if id_ == as_id(name)), None)
        if twin is not None:
            raise trouble(where, f"{name!r} and {twin!r} would have one id", "rename one of them")
        found[name] = as_id(name)
    return found


def number(text: str, where: str, column: str) -> float:
    """Read a number from a cell, or say where there is none."""
    try:
        found = float(text)
    except ValueError:
        raise trouble(
            f"{where}, column {column}", f"{text!r} is no number", "write one as 42 or 0.5"
        ) from None
    if not abs(found) < float("inf"):
        raise trouble(f"{where}, column {column}", f"{text!r} is no number", "write one as 42 or 0.5")
    return found


def between(text: str, where: str, column: str, most: float = 100) -> float:
    """Read a number from 0 to `most`."""
    found = number(text, where, column)
    if not 0 <= found <= most:
        raise trouble(f"{where}, column {column}", f"{text} is not from 0 to {most:g}", "rescale the column")
    return found


def plain(value: float) -> str:
    """Write a number as shortly as it can be read back.

    >>> plain(50.0), plain(0.1 + 0.2)
    ('50', '0.3')
    """
    return f"{round(value, 9):.12g}"


def flat(value: str) -> Triple:
    """Make a range without width."""
    return value, value, value


def shares_of_largest(power: dict[str, list[float]]) -> dict[str, Triple]:
    """Turn power into leverage: the largest is 100; power that differs by issue is a range around its median.

    >>> shares_of_largest({"a": [2.0], "b": [0.5, 1.0, 1.0]})
    {'a': ('100', '100', '100'), 'b': ('25', '50', '50')}
    """
    largest = max((one for listed in power.values() for one in listed), default=0) or 1
    found = {}
    for name, listed in power.items():
        ordered = sorted(100 * one / largest for one in listed)
        found[name] = plain(ordered[0]), plain(ordered[len(ordered) // 2]), plain(ordered[-1])
    return found
