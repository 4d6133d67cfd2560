"""What a sentence leaves in the memory for those after it: time, place and source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jirga.reading.memory import FINENESS, OPENING, Memory, lasts, long
from jirga.reading.periods import When
from jirga.reading.places import Where
from jirga.reading.sentences import Sentence
from jirga.reading.setting import Setting

SEASON = 60
CAMP = re.compile(r"\scamps?\b")
JOINS = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:in\s+|the\s+)?")
LISTED = re.compile(r"[A-Z][\w'-]+,\s+[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*,?\s+and\s+$")
TWO = re.compile(r"[A-Z][\w'-]+\s+and\s+(?:the\s+)?[A-Z]")
NUMBER = re.compile(r"\d")
OF_THEM = re.compile(
    r"\bof\s+(?:them|whom|which|these|those)\s+(?:were\s+|are\s+)?(?:in|from|at)\s+(?:the\s+)?$"
)


def heading(sentence: Sentence, memory: Memory) -> bool:
    """Whether a sentence belongs to the title: the first line, or another before the first full stop."""
    memory.begun = memory.begun or sentence.text.rstrip().endswith((".", "!", "?", '"'))
    return sentence.paragraph == 0 or (sentence.paragraph < OPENING and not memory.begun)


def camp(text: str, one: Where) -> bool:
    """Whether a place is a camp, which "the town" does not mean."""
    return bool(CAMP.search(text, one.start, one.end + 12))


def leads_place(read: Setting, one: Where, memory: Memory) -> bool:
    """Whether a sentence is about a place: in a report only if it stands before the first figure."""
    spans = [(time.when.start, time.when.end) for time in read.times]
    digits = (match.start() for match in re.finditer(r"\d", read.sentence.text))
    first = next((at for at in digits if not any(start <= at < end for start, end in spans)), None)
    return not memory.reports or first is None or one.start < first


def breaks_down(read: Setting, here: Sequence[Where]) -> bool:
    """Whether a sentence gives each of several places its own number: "Basra saw 141, and Anbar 96"."""
    spans = [(time.when.start, time.when.end) for time in read.times]
    digits = [one.start() for one in NUMBER.finditer(read.sentence.text)]
    counts = [at for at in digits if not any(start <= at < end for start, end in spans)]
    ends = [one.start for one in here[1:]] + [len(read.sentence.text)]
    return len(here) > 1 and all(
        any(one.end <= at < end for at in counts) for one, end in zip(here, ends, strict=True)
    )


def listed(text: str, here: Sequence[Where]) -> bool:
    """Whether places stand in a list, so that what follows is about none of them alone.

    Examples
    --------
    >>> listed("Shells hit Ariha, Sakhour.", [Where(11, 16, "Ariha"), Where(18, 25, "Sakhour")])
    True
    """
    last = bool(here) and bool(LISTED.search(text[: here[-1].start]))
    return last or any(JOINS.fullmatch(text, one.end, other.start) for one, other in pairwise(here))


def holds(times: Sequence[When], memory: Memory) -> bool:
    """Whether a time goes on holding: not one since long before the stretch that a report covers."""
    one, top = times[0], memory.top_time
    before = one.first and top and top.first and one.first < top.first
    return not (memory.reports and one.relation == "since" and before)


def background(read: Setting, memory: Memory) -> bool:
    """Whether a sentence of a news text is only about days long before, or a long stretch of them."""
    plain = [one.when for one in read.times if one.plain and one.when.first]
    return not memory.reports and bool(plain) and all(old(one, memory.anchor) for one in plain)


def old(one: When, anchor: dt.date) -> bool:
    """Whether a time is long over, or long."""
    over = one.last is not None and (anchor - one.last).days > SEASON
    return over or lasts(one) > SEASON


def remember(read: Setting, memory: Memory) -> None:
    """Keep what a sentence says for those after it."""
    plain = [one.when for one in read.times if one.plain and one.when.relation != "back"]
    known = [one for one in plain if one.first is not None]
    if plain:
        memory.time = (known or plain)[0] if holds(known or plain, memory) else memory.time
        memory.top_time = memory.top_time or (known[0] if known else None)
    speakers = [(one.start, one.end) for one in read.voices]
    here = [
        one
        for one in read.places
        if one.located and not any(start <= one.start < end for start, end in speakers)
    ]
    if not here and memory.top_place is None and read.sentence.paragraph <= 1:
        memory.top_place = next((one for one in read.places if one.located), None)
    here = [one for one in here if not OF_THEM.search(read.sentence.text[max(0, one.start - 30) : one.start])]
    if here:
        finest = min(here, key=lambda one: FINENESS.get(one.kind, 0))
        several = (memory.top_place or memory.dateline) is not None and listed(read.sentence.text, here)
        kept = finest.kind != "water" and not (camp(read.sentence.text, finest) and memory.last_place)
        two = not memory.reports and TWO.search(read.sentence.text, finest.start, finest.end)
        kept = kept and not several and not two and not background(read, memory)
        memory.last_place = finest if kept else memory.last_place
        parted = several or (memory.reports and breaks_down(read, here))
        memory.place = finest if leads_place(read, here[0], memory) and not parted else memory.place
        titled_so = heading(read.sentence, memory) and not read.sentence.text.endswith(".")
        leads = read.sentence.paragraph == 0 or NUMBER.search(read.sentence.text)
        if (
            memory.top_place is None
            and not (two and memory.dateline)
            and (titled_so or leads or here[0].kind == "crossing")
        ):
            narrower = titled_so and re.match(rf"\W*{re.escape(here[0].name)}\s*:", read.sentence.text)
            memory.top_place = finest if narrower else here[0]
    if read.voices:
        memory.voice = memory.last_voice = read.voices[-1]
        counts = bool(plain) and all(long(one) for one in plain) and bool(NUMBER.search(read.sentence.text))
        top = next((one for one in read.voices if one.periodic or (counts and not one.refers)), None)
        if (
            top
            and memory.top_voice is None
            and read.sentence.paragraph <= 1
            and not read.sentence.start > 1500
        ):
            memory.top_voice = memory.voice = replace(top, periodic=True)
    elif any(one.plain and one.when.grain == "day" for one in read.times):
        memory.voice = read.carried_voice
