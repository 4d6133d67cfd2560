"""What a text has said so far of time, place and source, and what of it is carried into a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from jirga.reading.anaphors import dateline, group, pointed_at, titled
from jirga.reading.chosen_places import chains
from jirga.reading.chosen_times import Timed, timed
from jirga.reading.memory import FINENESS, OPENING, Memory, lasts
from jirga.reading.periods import periods
from jirga.reading.places import Where, places
from jirga.reading.remembering import camp, heading, remember
from jirga.reading.scope import bulletin, counting, country_of, not_mostly, wide, within
from jirga.reading.sentences import Sentence, sentences
from jirga.reading.setting import Setting
from jirga.reading.speaking import carried_voice, dates_speech, heard

ACRONYM = re.compile(
    r"\b((?:[A-Z][\w'-]*\s+(?:(?:of|for|the|and|in|on|de|del|la|los|"
    r"y)\s+)*){1,8}(?:[A-Z][\w'-]*\s+)?)\((?:the\s+)?([A-Z][A-Za-z-]{1,9})\)"
)
SEASON = 35


def settings(text: str, published: dt.date) -> tuple[Setting, ...]:
    """Read a text's sentences in order, carrying over what holds until something else is said.

    Parameters
    ----------
    text : str
        The document's text.
    published : date
        The day it was published; "on Friday" is read from it.

    Examples
    --------
    >>> first, second = settings("In May 12 men died in Juba. Three were hurt.", dt.date(2024, 6, 3))
    >>> second.where(0, 5).name, str(second.when(0, 5).start)
    ('Juba', '2024-05-01')
    """
    memory = Memory(published)
    return tuple(setting(one, memory) for one in sentences(text))


def setting(sentence: Sentence, memory: Memory) -> Setting:
    """Read one sentence, and remember what it says for the next."""
    text = sentence.text
    memory.turn(sentence.paragraph)
    for match in ACRONYM.finditer(text):
        memory.names.setdefault(match[2], re.sub(r"^(?:The|A|An)\s+", "", match[1].strip()))
    times = timed(text, periods(text, memory.anchor), memory.time or memory.top_time, memory.anchor)
    memory.bulletin = memory.bulletin or (heading(sentence, memory) and bulletin(text))
    where, most = not_mostly(text, chains(text, located(sentence, memory)))
    said = heard(text, memory)
    times = tuple(replace(one, spoken=one.spoken or dates_speech(text, one, said)) for one in times)
    read = Setting(
        sentence,
        times,
        where,
        said,
        memory.time or memory.top_time,
        most or counting(text, where, said) or broad(text, where, times, memory) or memory.kept_place(),
        carried_voice(text, times, memory),
        memory.reports,
    )
    remember(read, memory)
    return read


def broad(text: str, where: Sequence[Where], times: Sequence[Timed], memory: Memory) -> Where | None:
    """Give the text's country for a sentence on its whole war, or on a longer time than the news."""
    here = any(one.located for one in where)
    long_ones = [one.when for one in times if one.plain and lasts(one.when) > SEASON]
    opens = any(one.start < OPENING and memory.time and one.span != memory.time.span for one in long_ones)
    if memory.reports and opens and not here:
        return memory.top_place or memory.home
    background = bool(long_ones)
    if background and not here and not memory.reports and not memory.place:
        top = memory.top_place or memory.last_place
        return wide(text, where, memory.home) or (top if top and top.kind in FINENESS else memory.home)
    return wide(text, where, memory.home)


def located(sentence: Sentence, memory: Memory) -> list[Where]:
    """Find the places of a sentence, those it points back at too, and keep the last of each kind."""
    text, first = sentence.text, heading(sentence, memory)
    begins, memory_place = dateline(text) if sentence.paragraph == 0 and not memory.dateline else (0, None)
    memory.dateline = memory.dateline or memory_place
    shown = text.title() if first and text.isupper() else text
    found = within(text, [one for one in places(shown) if one.start >= begins])
    found = titled(text, found, first=first)
    kinds = ({"country": memory.home} if memory.home else {}) | memory.kinds
    pointed = [
        one
        for one in pointed_at(text, kinds)
        if not any(other.start <= one.end + 1 and one.start <= other.end for other in found)
    ]
    for one in found:
        if group(one) and (one.located or group(one) == "country"):
            memory.kinds["camp" if camp(text, one) else group(one)] = one
    named = (country_of(one) for one in found if one.located)
    memory.home = memory.home or next((one for one in named if one), None)
    return sorted((*found, *pointed), key=lambda one: one.start)
