"""Figures in a text: numbers that somebody claims, with unit, period, place and claimant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from jirga.about import VERSION
from jirga.reading.carry import settings
from jirga.reading.chosen_times import segment
from jirga.reading.frames import predicates
from jirga.reading.measured import Measured, measured
from jirga.reading.modality import modality
from jirga.reading.not_figures import dismissed
from jirga.reading.numbers import Quantity, quantities
from jirga.reading.placing import HAVING, given, placed, stands
from jirga.reading.scope import WIDE
from jirga.reading.setting import Setting
from jirga.schema.record import Figure, Mention, Passage, Period

READER = f"rules {VERSION}"
# What there is, as against what happened: a time said of something else in the sentence does not hold for it.
STATES = frozenset(
    {
        "personnel",
        "people",
        "places",
        "money",
        "area",
        "distance",
        "posts",
        "vehicles",
        "objects",
        "percent",
        "ratio",
    }
)
PRESENT = re.compile(
    r"\b(?:is|are|remains?|faces?|needs?|lives?|controls?|hosts?|depends?|still|can|will|"
    r"carry|carries|employs?|joins?|pays|supplies|provides?|threatens?|feeds?|would|could|must|wants?|uses?|holds?|spends?|gives?|"
    r"(?:has|have)\s+(?:no|an?|the|only|about|some|\d[\d,]*)|receives?|numbers|stays?|contains?|consists?|requires?|lacks?|relies|rely|works?|covers?)\b",
    re.IGNORECASE,
)
STOCK = frozenset({"displaced", "trapped", "detained"})
PERFECT = re.compile(r"\b(?:has|have)\b(?!\s+(?:no|a|the)\b)", re.IGNORECASE)
MOVED = (
    r"\b(?:rose|fell|went\s+up|went\s+down|increased|decreased|dropped|grew|declined|jumped|"
    r"surged|climbed|soared|up|down|risen|fallen|shrank|doubled|"
    r"tripled)\b"
)
FELL_FROM = re.compile(rf"{MOVED}[^;]{{0,70}}\bfrom\s+$", re.IGNORECASE)
NOTHING_MORE = re.compile(r"\s*(?:[.,;)]|$)")
BESIDE = re.compile(r"\b(?:than|from|compared|against|when|versus)\b[^,;.]*$", re.IGNORECASE)
TO_NUMBER = re.compile(r"[^,;]{0,30}?\bto\s")
WHERE = re.compile(r",\s+(?:where|which|who|whose)\b")
PLUPERFECT = re.compile(r"\bhad\s+(?:been\s+|also\s+)?\w+(?:ed|en|wn|ught|lt)\b")
BY_HOUR = re.compile(
    r"\bby\s+(?:nightfall|dusk|dawn|noon|midday|midnight|sunset|evening|morning|(?:mid-?|late\s+)?afternoon)\b"
)
BEFORE_WAR = re.compile(
    r"\bbefore\s+(?:the|this)\s+(?:war|conflict|fighting|siege|crisis)\b(?!\s+\w+ed\b)|\bpre-?war\b",
    re.IGNORECASE,
)
DECADES = re.compile(
    r"\b(?:in|over|during|after|of)\s+(?:the\s+|its\s+|more\s+than\s+|nearly\s+|"
    r"almost\s+)*(?!past|last|first)(?:\d+|[a-z]+)\s+(?:years|decades|months|weeks|days|hours)\b",
    re.IGNORECASE,
)
OF_WHICH = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
LIKE_FIGHTERS = re.compile(
    r"\s+(?:(?:who\s+were\s+)?(?:described|identified)\s+as\s+(?:[a-z]+\s+){0,2}(?:insurgents|rebels|fighters|"
    r"militants|soldiers|guerrillas|gunmen|terrorists)|under\s+arms|armed\s+with|in\s+(?:uniform|fatigues|camouflage))\b",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"\bof\s+(?:them|these|those)\b", re.IGNORECASE)
PER = re.compile(
    r"\s*(?:,\s+)?(?:\b(?:a|per|each|every)\s+(?P<unit>day|week|month|year|hour|night)\b(?!\s+(?:earlier|ago|before|later|old))|"
    r"(?P<adverb>daily|weekly|monthly|annually|yearly)\b)",
    re.IGNORECASE,
)
PER_LATER = re.compile(
    r"[^,;:.]{0,45}?\b(?:(?:per|each|every)\s+(?P<unit>day|week|month|year)|(?P<adverb>daily|"
    r"weekly|monthly|annually)(?=[\s,.;]|$))",
    re.IGNORECASE,
)
ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}


def figures(text: str, published: dt.date, read: Sequence[Setting] | None = None) -> tuple[Figure, ...]:
    """Find the figures in a text.

    Parameters
    ----------
    text : str
        The document's text.
    published : date
        The day it was published.
    read : sequence of Setting, optional
        Its sentences, where they have been read before.

    Returns
    -------
    tuple of Figure
        In the order of the text; the words of every one slice back exactly.

    Examples
    --------
    >>> one, = figures("More than 600 attacks were recorded in May.", dt.date(2024, 6, 3))
    >>> one.value, one.bound, one.unit, str(one.period.start)
    (600, 'more_than', 'attacks', '2024-05-01')
    """
    found: list[Figure] = []
    before: Figure | None = None
    for setting in settings(text, published) if read is None else read:
        here = tuple(in_sentence(text, setting, before))
        found.extend(here)
        before = next((one for one in reversed(here) if not beside(text, one)), None)
    return tuple(found)


def beside(text: str, one: Figure) -> bool:
    """Whether a figure is a share, or is only compared with another."""
    prior = text[max(0, one.main.start - 40) : one.main.start]
    return one.unit in {"percent", "ratio"} or bool(BESIDE.search(prior))


def in_sentence(text: str, setting: Setting, before: Figure | None) -> Iterator[Figure]:
    """Find the figures of one sentence; "three of them" goes on from the last of the sentence before."""
    flat = setting.sentence.text
    if not re.search(r"\d", flat) and not WORTH.search(flat):
        return
    times = [one.when for one in setting.times]
    said = [(one.start, one.end) for one in setting.voices]
    kept = [
        one
        for one in quantities(flat)
        if not dismissed(flat, one, times) and not any(start <= one.first < end for start, end in said)
    ]
    acts = predicates(flat, kept)
    spans = [(one.start, one.end) for one in kept]
    last: Measured | None = None
    for number, one in enumerate(kept):
        until = kept[number + 1].start if number + 1 < len(kept) else len(flat)
        got = (
            measured(flat, one, until, acts, kept, last)
            or part_of(flat, one, last)
            or part_of_last(flat, one, before)
        )
        if got and got.unit:
            last = got
            made = figure(text, setting, got, spans)
            yield going_on(made, setting, got, before) if number == 0 and before else made


def part_of(flat: str, one: Quantity, last: Measured | None) -> Measured | None:
    """Give "29 of which" the unit of the figure that stands last in its own sentence."""
    match = OF_WHICH.match(flat, one.end)
    if not match or last is None or last.unit in {"percent", "ratio", "money", "duration", "distance"}:
        return None
    return Measured(one, last.unit, last.counted, match.end(), inherited=True)


def part_of_last(flat: str, one: Quantity, before: Figure | None) -> Measured | None:
    """Give "141 of them" the unit of the figure that stands last in the sentence before."""
    match = re.match(r"\s+of\s+(?:them|these|those)\b", flat[one.end :], re.IGNORECASE)
    if not match or before is None:
        return None
    return Measured(one, before.unit, before.counted, one.end + match.end(), inherited=True)


def going_on(made: Figure, setting: Setting, got: Measured, before: Figure) -> Figure:
    """Give "most of them" the time and place of the figure before, where its own sentence says none."""
    start, end = got.quantity.start, got.end
    flat = setting.sentence.text
    if not OF_THEM.search(flat[comma_part(flat, start)[0] : end + 12]):
        return made
    kept: dict[str, object] = {}
    if setting.stated_time(start, end) is None:
        old = before.period
        kept["period"] = old.model_copy(update={"kind": "carried", "text": ""}) if old else None
    if before.place and not (made.place and made.place.kind == "stated"):
        kept["place"] = Mention(name=before.place.name, kind="carried")
    return made.model_copy(update=kept)


WORTH = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|"
    r"hundreds?|thousands?|dozens?|scores|million|several|few|handful|doubled|tripled|halved|"
    r"half|third|quarter|fold|twice|quadrupled|couple|trebled|fifth|tenth|[a-z]+fold|"
    r"[a-z]+ing)\b",
    re.IGNORECASE,
)


def figure(text: str, setting: Setting, got: Measured, spans: Sequence[tuple[int, int]]) -> Figure:
    """Make a figure of a number with its unit: add its time, place and source."""
    flat, one = setting.sentence.text, got.quantity
    start, end = one.start, got.end
    per, end = rate(flat, got)
    when = None if per or got.unit == "duration" else period_of(setting, got, start, end, spans)
    at = setting.sentence.start
    return Figure(
        passages=(Passage(start=at + start, end=at + end, quote=text[at + start : at + end]),),
        value=one.value,
        value_high=one.high,
        bound="vague" if one.value is None else one.bound,  # type: ignore[arg-type]
        vague=one.vague,
        unit=under_arms(setting, got, start),  # type: ignore[arg-type]
        counted=got.counted,
        per=per,
        currency=got.currency,
        period=when,
        place=placed(setting, got, start, end),
        claimant=setting.who(start, end, carry=got.unit not in STATES),
        modality=modality(flat, start),
        reader=READER,
    )


def period_of(
    setting: Setting, got: Measured, start: int, end: int, spans: Sequence[tuple[int, int]]
) -> Period | None:
    """Say when a figure was so; what there is in general has no time but its own clause's."""
    flat = setting.sentence.text
    if stands(setting, got, start):
        stated = setting.stated_time(start, end, spans)
        part = comma_part(flat, start)
        if stated is None or not (part[0] <= stated.start < part[1] or stated.start < 4):
            return None
    if BEFORE_WAR.search(flat[slice(*segment(flat, start))]) or (
        got.unit in STATES | STOCK | {"abductions"} and lasting(setting, start)
    ):
        return None
    part = segment(flat, start)
    words = flat[part[0] : part[1]]
    alone = NOTHING_MORE.match(flat, end) or TO_NUMBER.match(flat, end)
    if FELL_FROM.search(flat[max(0, start - 110) : start]) and alone:
        return setting.before(start, end, spans)
    if DECADES.search(words):
        return setting.when(start, end, spans, carry=False)
    since = (
        not WIDE.search(flat)
        and got.unit not in STATES
        and setting.carried_time is not None
        and setting.carried_time.relation in {"since", "that"}
    )
    general = (not since and bool(PERFECT.search(words))) or (
        bool(PRESENT.search(words)) and (got.unit in STATES | STOCK or not setting.reports)
    )
    return setting.when(
        start, end, spans, carry=not (general or earlier(setting, words) or given(setting, got, start))
    )


def earlier(setting: Setting, words: str) -> bool:
    """Whether a part of a news text tells of what came before its news: "had fled"."""
    of_the_day = BY_HOUR.search(words)  # "had received 49 wounded by nightfall"
    return not setting.reports and not of_the_day and bool(PLUPERFECT.search(words))


def under_arms(setting: Setting, got: Measured, start: int) -> str:
    """Give the unit of a figure, where the men that a force has are its personnel."""
    had = HAVING.search(setting.sentence.text[max(0, start - 60) : start])
    like = LIKE_FIGHTERS.match(setting.sentence.text, got.end)
    return "personnel" if got.unit == "people" and got.counted == "men" and (had or like) else got.unit


def lasting(setting: Setting, start: int) -> bool:
    """Whether a figure stands in ", where ..." and is of what still is so there, not of the day's news."""
    flat = setting.sentence.text
    first, last = comma_part(flat, start)
    own = any(first <= one.when.start < last for one in setting.times)
    return not own and bool(WHERE.match(flat, first) and PRESENT.search(flat[first:last]))


def comma_part(flat: str, at: int) -> tuple[int, int]:
    """Give the words between two commas that a place in a sentence belongs to."""
    cuts = [match.start() for match in re.finditer(r"[,;](?=\s)", flat)]
    return max((one for one in cuts if one <= at), default=0), min(
        (one for one in cuts if one > at), default=len(flat)
    )


def rate(flat: str, got: Measured) -> tuple[str, int]:
    """Read "a day", "every month" after a figure, and let the figure take it in."""
    match = PER.match(flat, got.end)
    if match:
        return match["unit"] or ADVERBS[match["adverb"].lower()], match.end()
    later = PER_LATER.match(flat, got.end)
    if later and not re.search(r"\d", later[0]):
        return later["unit"] or ADVERBS[later["adverb"].lower()], got.end
    return "", got.end
