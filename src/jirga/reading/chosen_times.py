"""Which of the times in a sentence holds for a number in it, and which only compare or date a statement."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jirga.reading.days import month
from jirga.reading.periods import When
from jirga.reading.pointed_times import resolved

COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|compared|than|against|versus|vs\.?|up\s+from|down\s+from|"
    r"relative\s+to|as\s+opposed\s+to|over|on|from|unlike|as)\s+"
    r"(?:[\d,.]+\s+)?(?:that\s+of\s+|those\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\b(?:compared\s+(?:to|with)|compared|against|versus|vs\.?|from|unlike)\s+(?:[^,;]|,(?=\d)){0,40}$|"
    r"\bthan\s+(?:in|during|for|the|that|a|at|any|last|this|on)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
SUPERLATIVE = re.compile(
    r"\b(?:highest|lowest|worst|deadliest|largest|biggest|first|fewest|bloodiest|heaviest|"
    r"only(?!\s+(?:\d|an?\b|one|two|three|four|five|six|about|some|a\s+few))|most\s+\w+|\w+est)\b[^;.]{0,80}$",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    r"\b(?:said|says|told|announced|reported|released|published|issued|put\s+out|statement|"
    r"report|briefing|interview|spoke|stated|added|confirmed|posted|dated|press\s+conference|"
    r"warned|declared|tweeted|broadcast|briefed|update|updated|letter|address(?:ed)?|speech|"
    r"speaking)"
    r"(?:\s+(?:late|early|here|reporters|Reuters|AFP|parliament|journalists|AP|local\s+media|"
    r"a\s+news\s+conference|(?:in|from|at)\s+(?:the\s+)?[A-Z]\w+))?\s*,?\s*$",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"\S[\s\S]*,?\s+according\s+to\b[^,;]*$", re.IGNORECASE)
OF_THEM = re.compile(r",[^,;]*\bof\s+(?:them|whom|which|these|those)\b[^,;]*$")
OWN_CLAUSE = re.compile(r",\s+(?:where|who|which)\b")
CLAUSE = re.compile(r"\b(?:who|which|whose)\s+[a-z][^,;]*$")
GOES_ON = re.compile(r",?\s+(?:have|has|had|is|are|was|were|says?|said|will|remains?|numbers?)\b")
BEGAN = re.compile(
    r"\b(?:which|that)\s+(?:\w+\s+)?(?:broke\s+out|began|started|erupted|flared|resumed)\s+(?:\w+\s+)?$"
)
HAS = re.compile(r",?\s+(?:has|have)\b")
TOLL = re.compile(r"\btoll\b", re.IGNORECASE)
SO_LONG_BEFORE = re.compile(r"\b(?:previous|preceding|prior)\b")
PERFECT = re.compile(r",?\s+(?:\w+\s+){1,3}had\b|\s*,\s*when\b")
SEGMENT = re.compile(
    r"[;:]|,?\s+(?:while|but|whereas|although|though)\b|,\s+and\s+|,\s+(?:up|down|compared)\b|\bwhen\b"
)
MONTH_DAY = r"(?:,?\s+(?:\d{1,2}\s+)?[A-Z][a-z]+\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?"
DATELINE = re.compile(
    r"^\W*(?:[A-Z][A-Z'.-]+[ ,/]+)*[A-Z][A-Z'.-]+(?:,?\s+[A-Z][\w.]+)?"
    rf"{MONTH_DAY}\s*(?:\([^)]*\))?\s*(?:(?::|–|—|-{{1,2}})\s|[–—](?=[A-Z\"']))"
)


@dataclass(frozen=True)
class Timed:
    """A time in a sentence, and whether it only compares or dates a statement."""

    when: When
    compares: bool = False
    spoken: bool = False

    @property
    def plain(self) -> bool:
        """Whether it says when something happened."""
        return not self.compares and not self.spoken and (self.when.first or self.when.last) is not None


def timed(text: str, times: Sequence[When], known: When | None, anchor: dt.date) -> tuple[Timed, ...]:
    """Say of every time of a sentence what it is for; "that day" is read from what was said before."""
    dateline = DATELINE.match(text)
    top = known is None
    placed = []
    for found in times:
        one = found
        prior = text[max(0, one.start - 90) : one.start]
        compares = bool(
            (
                one.grain in {"month", "year", "open"}
                or one.relation in {"back", "that"}
                or SO_LONG_BEFORE.search(text[one.start : one.end].lower())
            )
            and (
                COMPARED.search(prior + opening(text, one))
                or FROM.search(prior)
                or (
                    re.match(r"on\s", text[one.start : one.end], re.IGNORECASE)
                    and one.grain in {"month", "year"}
                )
            )
        )
        if one.relation == "since" and SUPERLATIVE.search(prior):
            one, compares = replace(one, last=end_of(one)), True
        one, aside = in_clause(text, one, anchor)
        if compares:
            one = just_before(text, one, known)
        compares = compares or aside
        spoken = bool(SPOKEN.search(prior) or ACCORDING.search(prior))
        spoken = spoken or bool(dateline and one.end <= dateline.end())
        spoken = spoken or (
            top
            and one.first == one.last == anchor
            and bool(re.search(r"^(?!on\b).*\d", text[one.start : one.end], re.IGNORECASE))
        )
        earlier = PERFECT.match(text, one.end) and one.grain == "month"
        placed.append(Timed(resolved(text, one, known, anchor), compares or bool(earlier), spoken))
        if placed[-1].plain:
            known = placed[-1].when
    return tuple(placed)


def in_clause(text: str, one: When, anchor: dt.date) -> tuple[When, bool]:
    """Read a time inside "which ...": since then, if it says when what goes on began; else an aside.

    Examples
    --------
    >>> when, aside = in_clause(
    ...     "The war, which broke out in May 2023, has killed 9.",
    ...     When(25, 36, dt.date(2023, 5, 1), dt.date(2023, 5, 31), "month"),
    ...     dt.date(2024, 1, 9),
    ... )
    >>> when.relation, aside
    ('since', False)
    """
    prior, rest = text[max(0, one.start - 90) : one.start], text[one.end :]
    if one.first and BEGAN.search(prior) and (HAS.match(rest) or TOLL.search(text)):
        return replace(one, last=max(anchor, one.first), grain="open", relation="since"), False
    return one, bool(CLAUSE.search(prior) and GOES_ON.match(rest))


def just_before(text: str, one: When, known: When | None) -> When:
    """Read "the previous two weeks" beside "the past two weeks": as long a time, just before it."""
    words = text[one.start : one.end].lower()
    if one.grain != "days" or not SO_LONG_BEFORE.search(words) or not (one.first and one.last):
        return one
    last = known.first if known and known.first else one.last
    return replace(one, first=last - (one.last - one.first), last=last)


def opening(text: str, one: When) -> str:
    """Give the preposition a time begins with, if it has one."""
    lead = re.match(r"(?:in|on|during|over|for|at)\s+", text[one.start : one.end], re.IGNORECASE)
    compares = lead and lead[0].strip().lower() in {"on", "over"} and text[: one.start].strip()
    return lead[0] if lead and compares else ""


def end_of(one: When) -> dt.date | None:
    """Give the end of the month a "since" begins in."""
    if one.first and one.first.day == 1:
        return month(one.first.year, one.first.month)[1]
    return one.first


def chosen(
    text: str, start: int, end: int, times: Sequence[Timed], others: Sequence[tuple[int, int]]
) -> When | None:
    """Choose the time that holds for what stands from `start` to `end`.

    Notes
    -----
    A time that follows at once is taken first, whatever it is for: "57 in January". Then one in the same part
    of the sentence, before it rather than after; then one of another part.
    """
    times = [one for one in times if not elsewhere(text[end : max(end, one.when.start)], end, one, others)]
    at_once = next(
        (
            one
            for one in times
            if 0 <= one.when.start - end < 45
            and follows(text, end, one.when.start, others)
            and not one.spoken
        ),
        None,
    )
    if at_once and has_days(at_once) and not (at_once.compares and rises(text, end, at_once.when)):
        return at_once.when
    inside = [one for one in times if one.when.start < start and compares_into(text, one, start)]
    if inside and inside[-1].compares:
        return inside[-1].when
    plain = [one for one in times if one.plain]
    if not plain:
        return None
    here = segment(text, start)
    near = [one for one in plain if here[0] <= one.when.start < here[1]] or plain
    before = [one for one in near if one.when.start < start]
    return (before[-1] if before else near[0]).when


def elsewhere(gap: str, end: int, one: Timed, others: Sequence[tuple[int, int]]) -> bool:
    """Whether a later time is only that of a part, or of a clause with a number of its own."""
    clause = OWN_CLAUSE.search(gap)
    own = clause and any(end + clause.start() < first < one.when.start for first, _ in others)
    return bool(";" in gap or OF_THEM.search(gap) or own)


def has_days(one: Timed) -> bool:
    """Whether a time comes to any day."""
    return one.when.first is not None or one.when.last is not None


def rises(text: str, end: int, when: When) -> bool:
    """Whether a number is only compared with a time: "18 percent on January"."""
    return bool(re.match(r"on\s|over\s|since\s", text[when.start : when.end], re.IGNORECASE)) or bool(
        re.search(
            r"\b(?:compared|than|from|on|over|against|since|versus)\b", text[end : when.start], re.IGNORECASE
        )
    )


def compares_into(text: str, one: Timed, start: int) -> bool:
    """Whether a time that compares is what a number after it belongs to: "in January, when 20 died"."""
    gap = text[one.when.end : start]
    return (
        one.compares
        and bool(
            re.match(
                r",?\s*(?:$|(?:when|with|they\s+had|it\s+had|there\s+had|\w+\s+had|the\s+\w+\s+had)\b[^;]*$)",
                gap,
            )
        )
        and not re.search(r",\s+(?:and|but|while)\b", gap)
        and len(gap) < 90
    )


def follows(text: str, end: int, start: int, others: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but a few words stands between a number and a time."""
    gap = text[end:start]
    return not re.search(r"[;,]|\b(?:and|but|while|when|who|which|that|said|after)\b", gap) and not any(
        end < first < start for first, _ in others
    )


def segment(text: str, at: int) -> tuple[int, int]:
    """Give the part of a sentence that a place in it belongs to."""
    cuts = [match.start() for match in SEGMENT.finditer(text)]
    return max((one for one in cuts if one <= at), default=0), min(
        (one for one in cuts if one > at), default=len(text)
    )
