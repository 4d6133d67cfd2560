"""Times named in a sentence, as spans of days relative to the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jirga.reading.days import ONE, Span, day, likely_year, month
from jirga.reading.period_readers import READERS, WHOLES, Grain, count_in, month_in, unit_in
from jirga.reading.period_words import ATOM, MONTH, RELATIVE, UNIT, YEAR

__all__ = ["When", "count_in", "periods", "unit_in"]


@dataclass(frozen=True)
class When:
    """A time that is named: where in its sentence, and from which day to which."""

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    grain: Grain = "day"
    relation: str = ""  # since, until; back and that point at a time that was said before

    @property
    def span(self) -> Span:
        """Its two days."""
        return self.first, self.last


SAME_WORD = re.compile(r"March|May")
BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|since|during|until|till|by|from|to|and|early|late|mid|last|through|"
    r"between|for|on|this|before|after|than)|[-–(,])[\s-]*$",
    re.IGNORECASE,
)
BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|since|during|until|till|by|from|to|and|early|late|mid|year|for|than|"
    r"through|between|before|after|the|back|throughout|or|over|on|with|around|summer|winter|"
    r"spring|autumn|fall|election|elections)|[-–(,])[\s-]*$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:ever\s+)?since(?:\s+(?:the\s+)?(?:start|beginning|early|late|mid|end))?(?:\s+of)?[\s-]+$",
    re.IGNORECASE,
)
SINCE_EVENT = re.compile(
    r"\b(?:ever\s+)?since\s+(?:the|its|their|a|an)?\s*(?:[\w'-]+\s+){1,5}?(?:(?:began|started|broke\s+out|"
    r"erupted|fell|resumed|collapsed|ended|closed|opened|invaded|withdrew|took\s+(?:power|effect|over)|"
    r"seized\s+power|was\s+(?:launched|closed|signed|declared|imposed))(?:\s+(?:on|in|at))?|on|in|of)\s+"
    r"(?:(?:early|late|mid)[\s-]+)?$",
    re.IGNORECASE,
)
UNTIL_EVENT = re.compile(
    r"\b(?:before|until)\s+(?:a|the|its)\s+(?:[\w'-]+\s+){0,2}(?:deal|agreement|accords?|ceasefire|truce|war|"
    r"coup|elections?|withdrawal|pact|treaty)\s+(?:(?:on|in|of)\s+)?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(?:until|till|up\s+to|as\s+of|by(?:\s+the\s+end\s+of)?|before|prior\s+to|through\s+to|to\s+date)\s+$",
    re.IGNORECASE,
)
AT_END = re.compile(r"\b(?:by|at|until|as\s+of)\s+(?:the\s+)?end\s+of\s+(?:the\s+)?$", re.IGNORECASE)
PART = re.compile(
    r"\b(early|mid|middle of|late|end of|beginning of|start of)(?:\s+in)?[\s-]+$", re.IGNORECASE
)
LEAD = re.compile(
    r"\b(?:(?:earlier|later|late|early)\s+)?(?:on|in|during|over|within|throughout|for|from|"
    r"between|at)\s+(?:the\s+)?(?:month\s+of\s+)?$|\b(?:earlier|later)\s+$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
JOINT = re.compile(r"^(?:\s?[-–]\s?|\s+(?:to|until|till|through|and)\s+(?:the\s+)?)$", re.IGNORECASE)
SO_FAR = re.compile(r"\s+so far\b|\s+to date\b", re.IGNORECASE)


def periods(text: str, anchor: dt.date) -> tuple[When, ...]:
    """Find the times in a sentence.

    Examples
    --------
    >>> one, = periods("It covered July 1 to December 13, 2024.", dt.date(2025, 3, 7))
    >>> str(one.first), str(one.last)
    ('2024-07-01', '2024-12-13')
    """
    atoms = list(joined(text, tuple(found(text, anchor))))
    return tuple(widened(text, one, anchor) for one in atoms)


def found(text: str, anchor: dt.date) -> Iterator[When]:
    """Give every time that stands by itself."""
    for match in ATOM.finditer(text):
        name = match.lastgroup or ""
        if (
            name in {"month", "weekday"}
            and SAME_WORD.fullmatch(match[0])
            and not BEFORE_MONTH.search(before(text, match.start()))
        ):
            continue
        if name == "month_first" and of_month(text, match):
            yield When(
                match.start(), match.start() + match[0].index(" "), *month_span(match[0], anchor), "month"
            )
            continue
        if name == "so_far" and re.search(r"\b(?:year|month|week|\d{4})\s+$", before(text, match.start())):
            continue
        if name == "year" and not BEFORE_YEAR.search(before(text, match.start())):
            continue
        read = READERS[name](match[0].lower() if name in RELATIVE else match[0], anchor)
        if read:
            first, last, grain, relation = read
            yield When(match.start(), match.end(), first, last, grain, relation)


def of_month(text: str, match: re.Match[str]) -> bool:
    """Whether the number after a month counts something: "in May 12 men"."""
    return bool(re.search(r"\b[Ii]n\s+$", before(text, match.start()))) and bool(
        re.match(r"\s+[a-z]+s?\b(?!\s+\d{4})", text[match.end() :])
    )


def month_span(text: str, anchor: dt.date) -> Span:
    """Give the month that is named, in its likely year."""
    number = month_in(text)
    return month(likely_year(anchor, number), number)


def before(text: str, start: int) -> str:
    """Give the few words before a place in a sentence."""
    return text[max(0, start - 40) : start]


def joined(text: str, atoms: tuple[When, ...]) -> Iterator[When]:
    """Put together the two ends of "from ... to ..."."""
    skip = False
    atoms = tuple(
        one
        for one, other in zip(atoms, (*atoms[1:], None), strict=False)
        if not (other and other.start - one.end < 8 and text[one.start : one.end].lower() == "overnight")
    )
    for number, one in enumerate(atoms):
        other = atoms[number + 1] if number + 1 < len(atoms) else None
        if skip:
            skip = False
            continue
        both = other and ends(text, one, other)
        skip = bool(both)
        yield both or one


def ends(text: str, one: When, other: When) -> When | None:
    """Read two times as the ends of one, where the words between them say so."""
    gap = text[one.end : other.start]
    if (
        not JOINT.match(gap)
        or one.first is None
        or other.last is None
        or "that" in (one.relation, other.relation)
    ):
        return None
    opened = BETWEEN.search(before(text, one.start))
    follows = one.grain == other.grain == "month" and one.last and other.first == one.last + ONE
    if not opened and re.search(r"\band\b", gap) and not follows:
        return None
    first, words_of = one.first, text[one.start : one.end]
    if re.search(MONTH, words_of) and not re.search(YEAR, words_of):
        first = same_year(first, other.last)
    elif first > other.last and one.grain == other.grain == "day":
        first -= ONE * 7
    if first > other.last:
        return None
    return When(one.start, other.end, first, other.last, "days", "")


def same_year(first: dt.date, last: dt.date) -> dt.date:
    """Give a first day the year of the last, or the year before."""
    for number in (last.year, last.year - 1):
        moved = day(number, first.month, first.day)
        if moved and moved[0] and moved[0] <= last:
            return moved[0]
    return first


def widened(text: str, one: When, anchor: dt.date) -> When:
    """Take in the words before a time that change what it means: since, until, early, between."""
    prior = before(text, one.start)
    if match := AT_END.search(prior):
        return replace(one, start=one.start - len(match[0]), first=None, grain="open", relation="until")
    one = parted(text, one)
    prior = before(text, one.start)
    if match := SINCE.search(prior) or SINCE_EVENT.search(text[max(0, one.start - 70) : one.start]):
        if (
            one.relation == "that"
            and (
                unit := unit_in(text[one.start : one.end])
                if re.search(UNIT, text[one.start : one.end])
                else ""
            )
            in WHOLES
        ):
            one = replace(one, first=WHOLES[unit](anchor, 0)[0])
        return replace(
            one,
            start=one.start - len(match[0]),
            last=max(anchor, one.first or anchor),
            grain="open",
            relation="since",
        )
    if (match := UNTIL.search(prior) or UNTIL_EVENT.search(prior)) and one.relation != "that":
        return replace(one, start=one.start - len(match[0]), first=None, grain="open", relation="until")
    if match := SO_FAR.match(text, one.end):
        return replace(one, end=one.end + len(match[0].rstrip()), last=anchor)
    if match := LEAD.search(prior):
        earlier = re.match(r"earlier", match[0], re.IGNORECASE) and one.last and one.last > anchor
        return replace(one, start=one.start - len(match[0]), last=anchor if earlier else one.last)
    return one


def parted(text: str, one: When) -> When:
    """Read early, mid and late before a month or a year."""
    match = PART.search(before(text, one.start))
    if not match or one.first is None or one.last is None or one.grain not in {"month", "year"}:
        return one
    word, days = match[1].lower(), (one.last - one.first).days + 1
    third = round(days / 3)
    first, last = one.first, one.last
    if word in {"early", "beginning of", "start of"}:
        last = first + ONE * (third - 1)
    elif word in {"late", "end of"}:
        first = last - ONE * (days - 2 * third - 1)
    else:
        first, last = first + ONE * third, first + ONE * (2 * third - 1)
    return replace(one, start=one.start - len(match[0]), first=first, last=last, grain="days")
