"""What a cell of event data says, and what is refused as unclear."""

from __future__ import annotations

import datetime as dt

import pytest

from jirga.events import cells
from jirga.events.cells import WrongCell
from jirga.events.spans import span


@pytest.mark.parametrize(("cell", "number"), [("0", 0), ("12", 12), (" 7 ", 7), ("12.0", 12), ("-1", -1)])
def test_whole(cell: str, number: int) -> None:
    """Whole numbers are read, also with a point and zeros."""
    assert cells.whole(cell) == number


@pytest.mark.parametrize("cell", ["", " ", "1.5", "1,200", "1e3", "many", "0x1", "٣", "nan"])
def test_no_whole_number(cell: str) -> None:
    """What would have to be guessed at is refused."""
    with pytest.raises(WrongCell):
        cells.whole(cell)


def test_unknown_is_not_zero() -> None:
    """GTD's -9 and a blank are not known; zero is zero; -3 is a mistake."""
    assert [cells.count_if_known(one) for one in ("-9", "-99", "", "0", "4")] == [None, None, None, 0, 4]
    for cell in ("-3", "x"):
        with pytest.raises(WrongCell):
            cells.count_if_known(cell)


@pytest.mark.parametrize(
    "cell", ["2021-12-24", "2021-12-24 00:00:00.000", "24 December 2021", "24 december 2021", " 2021-12-24 "]
)
def test_day(cell: str) -> None:
    """The ways in which the makers write a day."""
    assert cells.day(cell) == dt.date(2021, 12, 24)


@pytest.mark.parametrize(
    "cell", ["", "24/12/2021", "12/24/2021", "2021-02-30", "30 February 2021", "2021", "24 Dezember 2021"]
)
def test_no_day(cell: str) -> None:
    """Days that could be mistaken, or that there are not, are refused."""
    with pytest.raises(WrongCell):
        cells.day(cell)


def test_degrees() -> None:
    """Degrees stay on the globe; blank is not known; a decimal comma is refused."""
    read = cells.degrees(90)
    assert (read("-34.5"), read(""), read("90")) == (-34.5, None, 90)
    for cell in ("91", "34,5", "north"):
        with pytest.raises(WrongCell):
            read(cell)


def test_span_holds_the_day() -> None:
    """Whatever the precision, the day itself is among those it may mean."""
    day = dt.date(2024, 2, 29)
    widths = []
    for precision in ("day", "days", "week", "month", "longer"):
        first, last = span(day, precision)
        assert first <= day <= last
        widths.append((last - first).days)
    assert widths == [0, 10, 12, 28, 365]
