"""Times that only point back at one told before: "the month", "the following day", "a year earlier"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from jirga.reading.days import ONE, Span, month, shifted, year
from jirga.reading.periods import When, count_in, unit_in

# "Three weeks after the coup" is a day only where the day of the coup is what was spoken of.
AFTER_IT = re.compile(r"\s+(?:that|this|these|it|they|he|she)\b", re.IGNORECASE)


def resolved(text: str, one: When, known: When | None, anchor: dt.date) -> When:
    """Read "the month", "the following day", "the previous month" by what was said before."""
    if one.relation not in {"that", "back"}:
        return one
    words = text[one.start : one.end].lower()
    if words.endswith("after") and not AFTER_IT.match(text, one.end):
        return replace(one, first=None, last=None)
    onwards = not text[: one.start].strip(" ,")
    first, last = (
        pointed(words, known, anchor, onwards=onwards)
        if known and known.first
        else unpointed(words, one, anchor)
    )
    return replace(one, first=first, last=last)


def unpointed(words: str, one: When, anchor: dt.date) -> Span:
    """Read a time that points back where nothing was said before."""
    if "year" in words and one.relation == "that":
        return year(anchor.year)
    return one.span


def pointed(words: str, known: When, anchor: dt.date, *, onwards: bool = False) -> Span:
    """Read a time that points back at a known one."""
    first, last = known.first or anchor, known.last or known.first or anchor
    if words.endswith("then"):
        return first, anchor
    if words.endswith("after") and (count := count_in(words)):
        away = dt.timedelta(days=count * {"day": 1, "week": 7}.get(unit_in(words), 30))
        one = first + away if onwards else first - away
        return one, one
    return year_away(words, known, first, last) or near(words, known, first, last)


def year_away(words: str, known: When, first: dt.date, last: dt.date) -> Span | None:
    """Read the same time of another year."""
    named = re.findall(r"(?:19|20)\d\d", words)
    if not named and not re.search(r"year (?:earlier|before|ago)|(?:last|previous) year", words):
        return None
    if known.grain == "year" or "the previous year" in words:
        return year(int(named[0]) if named else first.year - 1)
    moved = 12 * (int(named[0]) - first.year) if named else -12
    return month_like(shifted(first, moved), shifted(last, moved), known)


def near(words: str, known: When, first: dt.date, last: dt.date) -> Span:
    """Read the following day, the previous month, the year, the month, the period."""
    if re.search(r"\b(?:following|next)\s+day", words):
        return last + ONE, last + ONE
    if re.search(r"\b(?:previous|preceding|prior)\s+month|month\s+(?:before|earlier)", words):
        before = shifted(first, -1)
        return month(before.year, before.month)
    if re.search(r"\b(?:previous|preceding|prior)\b|\b(?:before|earlier)$", words):
        return earlier(known, first, last)
    if "year" in words:
        return year(first.year)
    if "month" in words and known.grain == "day":
        return month(first.year, first.month)
    return known.span


def earlier(known: When, first: dt.date, last: dt.date) -> Span:
    """Read the day or the quarter before: as long a time, just before."""
    if known.grain == "day":
        return first - ONE, first - ONE
    if first.day == 1 and (last + ONE).day == 1:
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        return shifted(first, -count), first - ONE
    return first - (last - first) - ONE, first - ONE


def month_like(first: dt.date, last: dt.date, known: When) -> Span:
    """Keep whole months whole when they are moved."""
    return month(first.year, first.month) if known.grain == "month" else (first, last)
