"""What a cell says: whole numbers, days, degrees and codes, read without guessing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WHOLE = re.compile(r"(-?[0-9]{1,12})(\.0+)?")
ISO_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([ T]00:00(:00(\.0+)?)?)?")
WORDED_DAY = re.compile(r"([0-9]{1,2}) ([A-Za-z]+) ([0-9]{4})")
DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]+)?([eE]-?[0-9]{1,2})?")
NOT_KNOWN = ("", "-9", "-99", "-9.0", "-99.0")


class WrongCell(ValueError):
    """A cell that does not say what it should; caught here and listed with its row."""


def text(cell: str) -> str | None:
    """Read text; blank is not known."""
    return cell.strip() or None


def named(cell: str) -> str:
    """Read text that must be there.

    Raises
    ------
    WrongCell
        It is blank.
    """
    if not cell.strip():
        raise WrongCell("is empty")
    return cell.strip()


def whole(cell: str) -> int:
    """Read a whole number; a point with only zeros behind it does no harm.

    Examples
    --------
    >>> whole("12"), whole(" 12.0 ")
    (12, 12)
    """
    found = WHOLE.fullmatch(cell.strip())
    if found is None:
        raise WrongCell("is no whole number" if cell.strip() else "is empty")
    return int(found[1])


def count(cell: str) -> int:
    """Read how many."""
    number = whole(cell)
    if number < 0:
        raise WrongCell("is below zero")
    return number


def count_if_known(cell: str) -> int | None:
    """Read how many, where blank and -9 mean that nobody knows.

    >>> count_if_known("-9"), count_if_known("0")
    (None, 0)
    """
    return None if cell.strip() in NOT_KNOWN else count(cell)


def day(cell: str) -> dt.date:
    """Read a day, written so that day and month cannot be mistaken for each other.

    Examples
    --------
    >>> day("2021-12-24 00:00:00.000") == day("24 December 2021") == dt.date(2021, 12, 24)
    True
    """
    cell = cell.strip()
    try:
        if found := ISO_DAY.fullmatch(cell):
            return dt.date.fromisoformat(found[1])
        if (found := WORDED_DAY.fullmatch(cell)) and found[2].casefold() in MONTHS:
            return dt.date(int(found[3]), MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    except ValueError:
        raise WrongCell("is no day of the calendar") from None
    raise WrongCell("is no date as 2025-03-01 or 01 March 2025" if cell else "is empty")


def degrees(most: int) -> Callable[[str], float | None]:
    """Make a reader of degrees of latitude or longitude; blank is not known."""

    def read(cell: str) -> float | None:
        cell = cell.strip()
        if not cell:
            return None
        if not DECIMAL.fullmatch(cell) or abs(float(cell)) > most:
            raise WrongCell(f"is no number of degrees up to {most}")
        return float(cell)

    return read


def code(words: dict[str, str]) -> Callable[[str], str]:
    """Make a reader of a code that stands for a word."""

    def read(cell: str) -> str:
        key = cell.strip().removesuffix(".0")
        if key not in words:
            raise WrongCell(f"is none of {', '.join(words)}" if key else "is empty")
        return words[key]

    return read
