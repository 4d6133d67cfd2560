"""A sentence with what is found in it: who is named, places, times; made once for every reader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jirga.reading.actors import actors
from jirga.reading.carry import settings
from jirga.reading.names import Actor, Register
from jirga.reading.periods import When
from jirga.reading.phrases import Word, words_of
from jirga.reading.places import Where
from jirga.reading.sentences import Sentence
from jirga.reading.setting import Setting

FIRST_LINES = 5
DATELINE = re.compile(r"\s*[A-Z][^a-z]{2,}[^–—]{0,70}?\s(?:--|–|—|-)\s+|\s*[A-Z][^a-z]{3,40}:\s+")
BEFORE_PLACE = re.compile(r"\b(?:in|at|near|from|into|to|around|outside|across|of)\s+(?:the\s+)?(?:\w+\s+)?$")


@dataclass(frozen=True)
class Scene:
    """One sentence and what is found in it; places and times are looked for only when asked for."""

    sentence: Sentence
    number: int
    words: tuple[Word, ...]
    actors: tuple[Actor, ...]
    published: dt.date
    setting: Setting

    @property
    def text(self) -> str:
        """The sentence, with plain quotes and spaces."""
        return self.sentence.text

    @property
    def offset(self) -> int:
        """Where the sentence begins in the document."""
        return self.sentence.start

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The times it names."""
        return tuple(one.when for one in self.setting.times)

    @property
    def wheres(self) -> tuple[Where, ...]:
        """The places it names."""
        return self.setting.places

    @property
    def dateline(self) -> int:
        """Where the sentence begins after the place and day that stand before a report."""
        match = DATELINE.match(self.text) if self.sentence.paragraph < FIRST_LINES else None
        return match.end() if match else 0

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Where it quotes somebody's words; a quotation may begin before it or go on after it."""
        marks = [match.start() for match in re.finditer('"', self.text)]
        if len(marks) % 2:
            opens = self.text.startswith('"') or (len(marks) > 1 and not self.text.endswith('"'))
            marks = (
                [*marks, len(self.text)] if opens or re.search(r'[\s(]"\w[^"]*$', self.text) else [0, *marks]
            )
        return tuple(zip(marks[::2], marks[1::2], strict=True))

    def inside_quotation(self, at: int) -> bool:
        """Whether a place in the sentence lies in somebody's own words."""
        return any(first < at < last for first, last in self.quoted)


def scenes(text: str, published: dt.date, read: Sequence[Setting] | None = None) -> tuple[Scene, ...]:
    """Find who is named in each sentence of a text; `read` has its sentences if they were read before.

    Examples
    --------
    >>> one, = scenes("Iran denies supplying the Houthis.", dt.date(2024, 1, 23))
    >>> [actor.name for actor in one.actors]
    ['Iran', 'Houthis']
    """
    register, found = Register(text), []
    for number, setting in enumerate(settings(text, published) if read is None else read):
        sentence = setting.sentence
        sequence = words_of(sentence.text)
        named = actors(sentence.text, sequence, register)
        one = Scene(sentence, number, sequence, named, published, setting)
        floor = one.dateline
        kept = (actor for actor in named if actor.start >= floor and not only_a_place(one, actor))
        found.append(replace(one, actors=tuple(kept)))
    return tuple(found)


def only_a_place(scene: Scene, actor: Actor) -> bool:
    """Whether a name that could be a party's is only where something happens."""
    if actor.kind not in {"person", "organisation", "country", "government"} or actor.last - actor.first > 3:
        return False
    if actor.kind in {"country", "government"}:
        prior = scene.text[: actor.start]
        return not actor.owner and bool(
            re.search(
                r"\b(?:in|at|near|around|outside|across|inside|into)\s+(?:the\s+)?(?:\w+ern\s+)?$", prior
            )
        )
    return any(
        one.start < actor.end
        and actor.start < one.end
        and (one.located or one.kind not in {"place", "country"})
        for one in scene.wheres
    ) and (
        bool(BEFORE_PLACE.search(scene.text[: actor.start]))
        or scene.text[: actor.end].isupper()
        or scene.text[actor.end : actor.end + 1] == ","
    )
