"""Who speaks: the sources of a sentence, and whose voice a sentence without one goes on in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from jirga.reading.attribution import SOURCE, voices
from jirga.reading.chosen_times import Timed
from jirga.reading.lexicon import either, words
from jirga.reading.memory import Memory
from jirga.reading.voice_stretch import Voice

LISTS = words("attribution")
PARTICULAR, OFFICES = frozenset(LISTS["particular"]), frozenset(LISTS["offices"])
POINTING, RESULTS, BACKGROUND = (
    re.compile(rf"\b{either(LISTS['goes_on'][one])}\b", re.IGNORECASE)
    for one in ("pointing", "results", "background")
)
PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+|also\s+|since\s+)?(?:been\s+)?[a-z]+\b")
MADE_BY_NOBODY = re.compile(
    r"(?:verified|available|preliminary|confirmed|updated)\s+(?:data|information)", re.IGNORECASE
)
AUTHOR = re.compile(r"(?:According\s+to\s+)?(?:Our|My|We)\b|By\s+our\b")
NEAR_BEGINNING = 45
# "It said in a message late on Thursday that ..." dates what was said, and not what happened.
SAID_THEN = re.compile(r"\s+[a-z]+(?:ed|id|ld|te)\b[^\d,;:]{0,60}")
THAT = re.compile(r"\s+that\b")

# Of whom something is said, that one says nothing: "The army is said to have lost nine men."
OF_WHOM = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:said|believed|thought|reported|alleged|understood)\s+to\b"
)


def heard(text: str, memory: Memory) -> tuple[Voice, ...]:
    """Find the sources of a sentence; "it" may be one named earlier in the same sentence."""
    said: list[Voice] = []
    for one in voices(text):
        if nobody(one, memory) or OF_WHOM.match(text, one.end):
            continue
        earlier = said[-1] if said and one.refers else None
        said.append(
            replace(one, name=earlier.name, periodic=earlier.periodic) if earlier else named(one, memory)
        )
    return tuple(said)


def nobody(voice: Voice, memory: Memory) -> bool:
    """Whether words read like a source and name none: "verified data", or "it" before anybody has spoken."""
    unknown = voice.name.lower() in LISTS["pronouns"] and memory.last_voice is None
    return unknown or bool(MADE_BY_NOBODY.fullmatch(voice.name))


def dates_speech(text: str, one: Timed, said: Sequence[Voice]) -> bool:
    """Whether a time stands in what a source is named with, or between "said" and "that"."""
    return any(
        SAID_THEN.fullmatch(text[voice.end : one.when.start]) and THAT.match(text, one.when.end)
        for voice in said
    ) or any(
        not voice.leading
        and 0 <= one.when.start - voice.end < 40
        and not re.search(r"\d|[;,]", text[voice.end : one.when.start])
        for voice in said
    )


def named(voice: Voice, memory: Memory) -> Voice:
    """Give a source its full name; "he", "the report" is whoever spoke last."""
    if voice.refers and memory.last_voice and fits(voice, memory.last_voice):
        name = memory.last_voice.name
    else:
        name = memory.full(voice.name)
    top = memory.top_voice is not None and memory.top_voice.name == name
    return replace(voice, name=name, periodic=voice.periodic or top)


def fits(voice: Voice, last: Voice) -> bool:
    """Whether "the report" or "the army" can be the last source, by its own word."""
    word = voice.name.lower().split()[-1] if voice.name else ""
    if word in PARTICULAR:
        return word in last.name.lower() or (word in OFFICES and not SOURCE.search(last.name))
    return True


def carried_voice(text: str, times: Sequence[Timed], memory: Memory) -> Voice | None:
    """Say whose voice a sentence without a source goes on in."""
    if AUTHOR.match(text):
        return None
    span, top = memory.top_time, memory.top_voice
    if memory.voice and not memory.voice.periodic and not speaks_on(text, times, memory):
        return None
    voice = memory.voice or top
    if span and span.last and any(after(one, span.last) for one in times):
        memory.outside = True
    return None if memory.outside and voice and top and voice.name == top.name else voice


def speaks_on(text: str, times: Sequence[Timed], memory: Memory) -> bool:
    """Whether a sentence goes on with what the last source said, and is not the author's own.

    Examples
    --------
    >>> memory = Memory(dt.date(2024, 6, 3))
    >>> [speaks_on(one, (), memory) for one in ("Two of them died.", "Fuel prices have tripled.")]
    [True, False]
    """
    if POINTING.search(text[:NEAR_BEGINNING]) or '"' in text:
        return True
    if BACKGROUND.search(text) or PERFECT.search(text) or another_day(times, memory):
        return False
    return bool(RESULTS.search(text))


def another_day(times: Sequence[Timed], memory: Memory) -> bool:
    """Whether a sentence tells of another day than the last one did."""
    days = [one.when.first for one in times if one.plain and one.when.grain == "day"]
    return bool(days) and memory.time is not None and memory.time.first not in {None, *days}


def after(one: Timed, last: dt.date) -> bool:
    """Whether something happened on a day after another."""
    return one.plain and one.when.grain == "day" and one.when.first is not None and one.when.first > last
