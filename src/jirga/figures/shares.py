"""'Mostly in one place': of which measures it is true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jirga.figures.counted import Counted
from jirga.figures.finding import Finding, Verdict
from jirga.figures.interval import Interval, total
from jirga.figures.source import Days, Source
from jirga.figures.told import listing, number, span

HALF = 0.5
MOSTLY = re.compile(
    r"\b(?i:mostly|mainly|largely|chiefly|predominantly|for the most part)\s+(?:in|across|from)\s+(?:the\s+)?"
    r"(?P<place>(?:former\s+)?[^\W\d_a-z][\w'’.-]*(?:\s+(?:[^\W\d_a-z][\w'’.-]*|of|de|al|and(?=\s[^\W\d_a-z])))*)"
)
SORT = re.compile(r"\s+(?:province|region|district|state|governorate)$", re.IGNORECASE)
ATTACKS = re.compile(r"\battacks?\b", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Mostly:
    """Words that say that most of something is in one place.

    Attributes
    ----------
    quote, cite : str
        The words, and the passage they stand in.
    place : str
        The place, by its one name.
    sentence : str
        The sentence they stand in.
    figures : tuple of Source
        The figures of that sentence: each is a measure that may be meant.
    firsts : tuple of Source
        The oldest source of each, which may say more clearly for which time it holds.
    """

    quote: str
    cite: str
    place: str
    sentence: str
    figures: tuple[Source, ...]
    firsts: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Part:
    """How much of one measure is in a place.

    Attributes
    ----------
    what : str
        The measure, in words.
    whole, part : Interval
        The number of the whole, and what is known of the part.
    by : tuple of Source
        The figures that say so.
    """

    what: str
    whole: Interval
    part: Interval
    by: tuple[Source, ...]

    @property
    def verdict(self) -> str:
        """Whether most of it is there: true, false, or open."""
        if self.part.low > HALF * self.whole.high:
            return "true"
        return "false" if self.part.high <= HALF * self.whole.low else "open"


def share_checks(some: Iterable[Mostly], known: Sequence[Source]) -> Iterator[Finding]:
    """Check whether 'mostly in' a place is true, for every measure that its sentence may mean."""
    for one in some:
        if not one.figures:
            continue
        parts = [part for measure in measures(one) if (part := part_of(one, measure, known))]
        yield finding(one, parts)


Measure = tuple[str, Counted]


def measures(one: Mostly) -> list[Measure]:
    """Give the measures that a sentence may mean: attacks if it names them, and what its figures count."""
    own = [(figure.figure.unit, figure.counted) for figure in one.figures if not figure.way]
    attacks = [("attacks", Counted(frozenset(), frozenset()))] if ATTACKS.search(one.sentence) else []
    return list(dict.fromkeys([*attacks, *own]))


def part_of(one: Mostly, measure: Measure, known: Sequence[Source]) -> Part | None:
    """Work out how much of a measure is in a place, from every figure of that time."""
    days = next((figure.days for figure in (*one.figures, *one.firsts) if figure.days), None)
    unit, whom = measure
    terms = one.figures[0].terms
    fit = [figure for figure in known if fits(figure, unit, whom, days)]
    wholes = [figure for figure in fit if figure.place in terms.wholes(one.place)]
    if days is None or not wholes:
        return None
    whole = min(wholes, key=lambda figure: figure.age)
    # What the sentence itself says of the place is what is judged, and no evidence.
    rest = [figure for figure in fit if terms.part(figure.place, whole.place) and figure not in one.figures]
    inside = disjoint([figure for figure in rest if figure.place == one.place] or within(rest, one.place))
    outside = disjoint([figure for figure in rest if terms.apart(figure.place, one.place)])
    low = total(figure.may_be for figure in inside)
    left = whole.may_be - total(figure.may_be for figure in outside)
    exact = len(inside) == 1 and inside[0].place == one.place
    part = Interval(max(0, low.low), min(low.high, left.high) if exact else max(left.high, low.low))
    return Part(named(unit, whom), whole.may_be, part, (whole, *inside, *outside))


def fits(one: Source, unit: str, whom: Counted, days: Days | None) -> bool:
    """Whether a figure counts a measure in a time."""
    same = one.figure.unit == unit and one.counted.words == whom.words and one.days == days
    return same and bool(one.place) and one.figure.modality == "asserted" and one.figure.value is not None


def within(some: Iterable[Source], place: str) -> list[Source]:
    """Give the figures of parts of a place."""
    return [one for one in some if one.terms.part(one.place, place)]


def disjoint(some: Iterable[Source]) -> list[Source]:
    """Give figures of places that do not overlap, the oldest of each place, the largest places first."""
    kept: list[Source] = []
    for one in sorted(some, key=lambda one: (len(one.terms.wholes(one.place)), one.age)):
        if all(one.terms.apart(one.place, other.place) for other in kept):
            kept.append(one)
    return kept


def finding(one: Mostly, parts: Sequence[Part]) -> Finding:
    """Say of which measures it is true, of which it is false, and of which nobody here can say."""
    told = [
        f"{verdict} of {listing(worked(part) for part in some)}"
        for verdict in ("true", "false", "open")
        if (some := [part for part in parts if part.verdict == verdict])
    ]
    verdicts = {part.verdict for part in parts}
    by = [figure for part in parts for figure in part.by]
    what = f"\u201c{one.quote}\u201d [{one.cite}]: {'; '.join(told) or 'nothing here to check it by'}"
    inside = all(figure.document.id == one.figures[0].document.id for figure in by)
    against = tuple(dict.fromkeys(figure.id for figure in by))
    return Finding("share", overall(verdicts), what, one.figures[0].id, against, within=inside)


def overall(verdicts: set[str]) -> Verdict:
    """Put the verdicts on several measures into one."""
    if {"true", "false"} <= verdicts:
        return "depends"
    if "false" in verdicts:
        return "contradiction"
    return "consistent" if verdicts == {"true"} else "not comparable"


def worked(part: Part) -> str:
    """Say how much of a measure is there."""
    low, high = (
        round(100 * one) for one in (part.part.low / part.whole.high, part.part.high / part.whole.low)
    )
    share = f"{low}" if low == high else f"{low} to {high}"
    many = span(part.part) if part.part.low else f"at most {number(part.part.high)}"
    share = share if part.part.low else f"at most {high}"
    cites = ", ".join(dict.fromkeys(figure.cite for figure in part.by))
    return f"{part.what} ({many} of {span(part.whole)}, {share} percent [{cites}])"


def named(unit: str, whom: Counted) -> str:
    """Name a measure.

    >>> named("deaths", Counted(frozenset({"civilians"}), frozenset({"civilians"})))
    'deaths of civilians'
    """
    words = " ".join(sorted(whom.words))
    return f"{unit} of {words}" if words else unit


def mostly(text: str) -> list[tuple[int, int, str]]:
    """Find the words that say that most of something is in one place: where they are, and the place.

    Examples
    --------
    >>> text = "The attacks took place mostly in KP province."
    >>> [(text[start:end], place) for start, end, place in mostly(text)]
    [('mostly in KP province', 'KP')]
    """
    found = []
    for match in MOSTLY.finditer(text):
        sort = re.compile(SORT.pattern.rstrip("$"), re.IGNORECASE).match(text, match.end())
        place = SORT.sub("", match["place"].rstrip(".")).strip()
        end = sort.end() if sort else match.start("place") + len(match["place"].rstrip("."))
        found.append((match.start(), end, place))
    return found
