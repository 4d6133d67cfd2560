"""What the words of a time come to, as days, seen from the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from jirga.reading.days import ONE, Span, back, day, likely_year, month, months, shifted, week, weekday, year
from jirga.reading.period_words import COUNTS, FULL, LISTS, MONTH, MONTHS, UNIT, WEEKDAYS, YEAR

Grain = Literal["day", "days", "month", "year", "open"]
Read = tuple[dt.date | None, dt.date | None, Grain, str]


def numbers(text: str) -> list[int]:
    """Give the whole numbers in some words."""
    return [int(one) for one in re.findall(r"\d+", text)]


def month_in(text: str) -> int:
    """Give the month that is named in some words."""
    named = re.search(MONTH, text)
    return MONTHS[named[0].rstrip(".").lower()] if named else 1


def year_in(text: str) -> int | None:
    """Give the year that is named in some words, if any."""
    named = re.search(rf"\b{YEAR}\b", text)
    return int(named[0]) if named else None


def count_in(text: str) -> int | None:
    """Give the small number in some words, if any."""
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    return next((COUNTS[one] for one in re.findall(r"[a-z]+", text.lower()) if one in COUNTS), None)


def unit_in(text: str) -> str:
    """Give the unit of time in some words."""
    return str(re.findall(UNIT, text)[-1])


def with_grain(span: Span | None, grain: Grain, relation: str = "") -> Read | None:
    """Add to two days how fine they are."""
    return (*span, grain, relation) if span else None


def read_iso(text: str, _: dt.date) -> Read | None:
    """Read 2025-03-02."""
    return with_grain(day(*numbers(text)), "day")


def read_dotted(text: str, _: dt.date) -> Read | None:
    """Read 02.03.2025, the day first."""
    return with_grain(day(*reversed(numbers(text))), "day")


def read_day(text: str, anchor: dt.date) -> Read | None:
    """Read a day of a month, with its year or without."""
    stated, number = year_in(text), month_in(text)
    on = next(one for one in numbers(text) if one <= 31)
    return with_grain(day(stated or likely_year(anchor, number, on), number, on), "day")


def read_days_of_month(text: str, anchor: dt.date) -> Read | None:
    """Read 3-7 March, or March 3 to 7."""
    stated, number = year_in(text), month_in(text)
    first, last = [one for one in numbers(text) if one <= 31][:2]
    of = stated or likely_year(anchor, number, first)
    one, other = day(of, number, first), day(of, number, last)
    return (one[0], other[0], "days", "") if one and other and first <= last else None


def read_month(text: str, anchor: dt.date) -> Read | None:
    """Read a month, with its year or without."""
    number = month_in(text)
    if re.match(r"last|next", text.lower()):
        behind = (anchor.month - number - 1) % 12 + 1
        ahead = (number - anchor.month - 1) % 12 + 1
        return with_grain(month_away(anchor, -behind if text.lower().startswith("last") else ahead), "month")
    of = year_in(text) or (anchor.year - ("last" in text) if "year" in text else likely_year(anchor, number))
    return with_grain(month(of, number), "month")


def read_months_to(text: str, anchor: dt.date) -> Read | None:
    """Read the twelve months to June 2024."""
    number = month_in(text)
    last = month(year_in(text) or likely_year(anchor, number), number)[1]
    return (shifted(last, 1 - (count_in(text) or 12)).replace(day=1), last, "days", "") if last else None


def read_years(text: str, _: dt.date) -> Read | None:
    """Read 2014-2020, or 2014-20."""
    first, last = numbers(text)[:2]
    last = last if last > 99 else first // 100 * 100 + last
    return (year(first)[0], year(last)[1], "days", "") if first <= last else None


def read_year(text: str, _: dt.date) -> Read | None:
    """Read a year."""
    return with_grain(year(int(text)), "year")


def read_decade(text: str, _: dt.date) -> Read | None:
    """Read the 1990s."""
    first = numbers(text)[0]
    return year(first)[0], year(first + 9)[1], "days", ""


def read_part(text: str, anchor: dt.date) -> Read | None:
    """Read the first half of 2024, or the first three weeks of March."""
    which = next((value for word, value in LISTS["ordinals"].items() if re.search(rf"\b{word}\b", text)), 0)
    of = year_in(text) or anchor.year - ("last year" in text)
    if "quarter" in text:
        number = which or 4
        return with_grain(months(of, 3 * number - 2, 3 * number), "days")
    if "half" in text and (re.search(FULL, text) or "month" in text):
        return with_grain(half_of_month(text, which, anchor), "days")
    if "half" in text:
        return with_grain(months(of, 1, 6) if which == 1 else months(of, 7, 12), "days")
    return with_grain(part_counted(text, which, of, anchor), "days")


def half_of_month(text: str, which: int, anchor: dt.date) -> Span:
    """Give the first or the second half of a month."""
    if "month" in text:
        day = anchor.replace(day=1) - ONE if "last" in text else anchor
        first, last = month(day.year, day.month)
    else:
        number = month_in(text)
        first, last = month(year_in(text) or likely_year(anchor, number), number)
    middle = first and first + ONE * 14
    return (first, middle) if which == 1 else (middle and middle + ONE, last)


def read_year_part(text: str, anchor: dt.date) -> Read | None:
    """Read the first quarter, of the year that has seen its end."""
    read = read_part(f"{text} of {anchor.year}", anchor)
    if read and read[0] and read[0] > anchor:
        read = read_part(f"{text} of {anchor.year - 1}", anchor)
    return read


def part_counted(text: str, which: int, of: int, anchor: dt.date) -> Span | None:
    """Read the first so many months of a year, or weeks or days of a month or year."""
    inner = text[: re.search(r"\s+of\s+", text).start()]  # type: ignore[union-attr]
    count = count_in(re.sub(r"\b(?:1st|2nd|3rd|4th)\b", "", inner)) or 1
    named = re.search(FULL, text)
    whole = month(year_in(text) or likely_year(anchor, month_in(text)), month_in(text)) if named else year(of)
    first, last = whole
    if first is None or last is None or which > 1:
        return None
    if "month" in inner:
        return months(first.year, 1, min(count, 12)) if which else months(first.year, 13 - min(count, 12), 12)
    days = count * (7 if "week" in inner else 1)
    return (
        (first, min(last, first + ONE * (days - 1))) if which else (max(first, last - ONE * (days - 1)), last)
    )


def read_weekday(text: str, anchor: dt.date) -> Read | None:
    """Read a weekday: the last one, unless it is called the next."""
    number = next(value for word, value in WEEKDAYS.items() if word in text.lower())
    if text.lower().startswith("next"):
        first = week(anchor, 1)[0]
        ahead = first and first + ONE * (number - 1)
        return ahead, ahead, "day", ""
    return with_grain(weekday(anchor, number, strictly=text.lower().startswith(("last", "past"))), "day")


def read_weekend(text: str, anchor: dt.date) -> Read | None:
    """Read the weekend: the last Saturday with its Sunday; "last weekend" never the present one."""
    saturday = weekday(anchor, 6)[0]
    if saturday and text.startswith("last") and anchor - saturday < ONE * 2:
        saturday -= ONE * 7
    return (saturday, saturday + ONE, "days", "") if saturday else None


def read_relative_day(text: str, anchor: dt.date) -> Read | None:
    """Read today, yesterday, this morning."""
    one = anchor + ONE * LISTS["days"][re.sub(r"\s+", " ", text.lower())]
    return one, one, "day", ""


def read_overnight(_: str, anchor: dt.date) -> Read | None:
    """Read overnight, as the night before the day of publication."""
    return anchor - ONE, anchor, "days", ""


def read_ago(text: str, anchor: dt.date) -> Read | None:
    """Read two weeks ago."""
    unit, count = unit_in(text), count_in(text) or 1
    one = back(anchor, count, unit)
    if not text.endswith("ago"):
        return (
            month(one.year, one.month)
            if unit == "month"
            else year(one.year)
            if unit == "year"
            else (None, None)
        ) + ("month", "back")
    if unit == "month":
        return with_grain(month(one.year, one.month), "month")
    if unit in {"year", "decade"}:
        return with_grain(year(one.year), "year")
    return one, one, "day", ""


def read_past(text: str, anchor: dt.date) -> Read | None:
    """Read the past three days, last month, the previous year."""
    unit, count = unit_in(text), count_in(text)
    if count is None and re.search(r"\b(?:last|previous|preceding|prior)\b", text) and unit in WHOLES:
        relation = "" if re.search(r"\blast\b", text) and not text.startswith("the") else "back"
        return with_grain(WHOLES[unit](anchor, -1), GRAINS[unit], relation)
    return back(anchor, count or 1, unit), anchor, "days", ""


def read_since_event(text: str, anchor: dt.date) -> Read | None:
    """Read since the invasion: from a day that the text does not give, unless it is the new year."""
    first = year(anchor.year)[0] if "new year" in text else None
    return first, anchor, "open", "since"


def read_recent(_: str, anchor: dt.date) -> Read | None:
    """Read in recent weeks."""
    return None, anchor, "open", ""


def read_this(text: str, anchor: dt.date) -> Read | None:
    """Read this week, month or year."""
    unit = text.rsplit(maxsplit=1)[-1]
    if unit not in WHOLES:
        return (anchor, anchor, "day", "") if unit == "day" else (None, anchor, "open", "")
    first, last = WHOLES[unit](anchor, 0)
    return first, last if unit == "week" else anchor, GRAINS[unit], ""


def read_next(text: str, anchor: dt.date) -> Read | None:
    """Read next week, month or year."""
    unit = text.rsplit(maxsplit=1)[-1]
    return with_grain(WHOLES[unit](anchor, 1), GRAINS[unit])


def read_that(text: str, anchor: dt.date) -> Read | None:
    """Read the month, the same day, the reporting period: what is meant was said before."""
    if stated := year_in(text):
        return with_grain(year(stated), "year", "back")
    if (
        re.search(r"same|corresponding", text)
        and re.search(r"year", text)
        and not re.search(r"same\s+year", text)
    ):
        return with_grain(year(anchor.year - 1), "year", "back")
    return None, None, "open", "that"


def month_away(anchor: dt.date, away: int) -> Span:
    """Give the month that is some months away."""
    one = shifted(anchor, away)
    return month(one.year, one.month)


WHOLES: dict[str, Callable[[dt.date, int], Span]] = {
    "week": week,
    "month": month_away,
    "year": lambda anchor, away: year(anchor.year + away),
}
GRAINS: dict[str, Grain] = {"week": "days", "month": "month", "year": "year"}
READERS: dict[str, Callable[[str, dt.date], Read | None]] = {
    "iso": read_iso,
    "dotted": read_dotted,
    "days_of_month": read_days_of_month,
    "day_first": read_day,
    "month_first": read_day,
    "month_year": read_month,
    "part": read_part,
    "years": read_years,
    "decade": read_decade,
    "weekday": read_weekday,
    "relative_day": read_relative_day,
    "weekend": read_weekend,
    "overnight": read_overnight,
    "ago": read_ago,
    "year_part": read_year_part,
    "so_far": read_recent,
    "then": read_that,
    "after": read_that,
    "hours": read_past,
    "since_event": read_since_event,
    "past": read_past,
    "recent": read_recent,
    "this": read_this,
    "next": read_next,
    "that": read_that,
    "twelve": read_months_to,
    "month": read_month,
    "year": read_year,
}
