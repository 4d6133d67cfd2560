"""What a text has said so far of time, place and source, and what of it is carried into a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jirga.reading.anaphors import dateline, group, pointed_at, titled
from jirga.reading.attribution import SOURCE, Voice, voices
from jirga.reading.chosen_places import THERE, chains, nearest
from jirga.reading.chosen_times import Timed, chosen, timed
from jirga.reading.days import ONE, shifted
from jirga.reading.lexicon import words
from jirga.reading.periods import When, periods
from jirga.reading.places import Where, places
from jirga.reading.scope import bulletin, counting, country_of, not_mostly, wide, within
from jirga.reading.sentences import Sentence, sentences
from jirga.schema.record import How, Mention, Period

ACRONYM = re.compile(
    r"\b((?:[A-Z][\w'-]*\s+(?:(?:of|for|the|and|in|on|de|del|la|los|"
    r"y)\s+)*){1,8}(?:[A-Z][\w'-]*\s+)?)\((?:the\s+)?([A-Z][A-Za-z-]{1,9})\)"
)
FINENESS = {"province": 1, "region": 1, "country": 2, "adjective": 2, "water": 3}
WEEK, SEASON, OPENING = 7, 35, 4
NUMBER = re.compile(r"\d")
OF_THEM = re.compile(
    r"\bof\s+(?:them|whom|which|these|those)\s+(?:were\s+|are\s+)?(?:in|from|at)\s+(?:the\s+)?$"
)


@dataclass
class Memory:
    """What has been said so far: in the paragraph, and at the top."""

    anchor: dt.date
    paragraph: int = -1
    top_time: When | None = None
    time: When | None = None
    top_place: Where | None = None
    place: Where | None = None
    top_voice: Voice | None = None
    voice: Voice | None = None
    last_voice: Voice | None = None
    last_place: Where | None = None
    dateline: Where | None = None
    home: Where | None = None  # the country the text is about
    bulletin: bool = False  # its title says that it reports on a stretch of time
    outside: bool = False  # the paragraph is about days after those a report at the top covers
    kinds: dict[str, Where] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def turn(self, paragraph: int) -> None:
        """Begin a paragraph: what only the last one said no longer holds."""
        if paragraph != self.paragraph:
            self.paragraph, self.time, self.place, self.voice = paragraph, None, None, None
            self.outside = False

    @property
    def reports(self) -> bool:
        """Whether the text is about a stretch of time, and not about what happened on a day."""
        covers = self.top_time is not None and self.top_time.grain != "open" and lasts(self.top_time) >= WEEK
        return self.bulletin or covers

    def kept_place(self) -> Where | None:
        """Give the place that holds for a sentence without one."""
        recent = None if self.reports else self.last_place
        return self.place or recent or self.top_place or self.dateline

    def full(self, name: str) -> str:
        """Give a name that was introduced with its short form in full."""
        bare = re.sub(r"\s*\([^)]*\)", "", name).strip() or name
        short = next((one for one, full in self.names.items() if bare in {one, full}), "")
        return f"{self.names[short]} ({short})" if short else bare


@dataclass(frozen=True)
class Setting:
    """A sentence with its times, places and sources, and what is carried into it.

    `when`, `where` and `who` answer for what stands from `start` to `end` of the sentence's own text.
    """

    sentence: Sentence
    times: tuple[Timed, ...]
    places: tuple[Where, ...]
    voices: tuple[Voice, ...]
    carried_time: When | None
    carried_place: Where | None
    carried_voice: Voice | None
    reports: bool

    def when(
        self, start: int, end: int, others: Sequence[tuple[int, int]] = (), *, carry: bool = True
    ) -> Period | None:
        """Say when what stands there was so."""
        stated = chosen(self.sentence.text, start, end, self.times, others)
        if stated:
            return period(stated, "stated", self.sentence.text[stated.start : stated.end])
        if not carry:
            return None
        spoken = next(
            (
                one.when
                for one in self.times
                if one.spoken and one.when.grain == "day" and one.when.start > 40
            ),
            None,
        )
        if self.carried_time:
            return period(self.carried_time, "carried")
        return period(spoken, "inferred") if spoken else None

    def stated_time(self, start: int, end: int, others: Sequence[tuple[int, int]] = ()) -> When | None:
        """Give the time that is stated for what stands there, with its place in the sentence."""
        return chosen(self.sentence.text, start, end, self.times, others)

    def where(self, start: int, end: int, *, carry: bool = True) -> Mention | None:
        """Say where what stands there was so."""
        speakers = [(one.start, one.end) for one in self.voices]
        found = nearest(self.sentence.text, start, end, self.places, speakers)
        if found:
            return self.mention(found.name, "stated", found.start, found.end)
        kept = self.carried_place if carry or THERE.search(self.sentence.text) else None
        return Mention(name=kept.name, kind="carried") if kept else None

    def before(self, start: int, end: int, others: Sequence[tuple[int, int]] = ()) -> Period | None:
        """Say when what a rise is from was so: the month or the year before, where it is one of these."""
        beside = next((one.when for one in self.times if one.compares and one.when.first), None)
        if beside and beside.relation == "back":
            return period(beside, "stated", self.sentence.text[beside.start : beside.end])
        known = self.stated_time(start, end, others) or self.carried_time
        if known is None or known.first is None or known.grain not in {"month", "year"}:
            return None
        last = known.first - ONE
        return Period(
            start=shifted(known.first, -1 if known.grain == "month" else -12), end=last, kind="inferred"
        )

    def who(self, start: int, end: int, *, carry: bool = True) -> Mention | None:  # noqa: ARG002  (as `where`)
        """Say who says what stands there; nothing is the author's own voice."""
        found = next((one for one in self.voices if one.first <= start < one.last), None)
        if found:
            return self.mention(found.name, "stated", found.start, found.end)
        if self.voices or self.carried_voice is None or not (carry or self.carried_voice.periodic):
            return None
        return Mention(name=self.carried_voice.name, kind="carried")

    def mention(self, name: str, kind: How, start: int, end: int) -> Mention:
        """Make a mention with its place in the document."""
        return Mention(
            name=name or "?", kind=kind, start=self.sentence.start + start, end=self.sentence.start + end
        )


def period(one: When, kind: How, quoted: str = "") -> Period:
    """Make a period of a time; an end that would lie before the beginning is not known."""
    last = one.last if one.first is None or one.last is None or one.first <= one.last else None
    return Period(start=one.first, end=last, kind=kind, text=quoted)


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
    memory.bulletin = memory.bulletin or (sentence.paragraph == 0 and bulletin(text))
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
        carried_voice(times, memory),
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
    text, first = sentence.text, sentence.paragraph == 0
    begins, memory_place = dateline(text) if first and not memory.dateline else (0, None)
    memory.dateline = memory.dateline or memory_place
    found = within(text, [one for one in places(text) if one.start >= begins])
    found = titled(text, found, first=first)
    kinds = ({"country": memory.home} if memory.home else {}) | memory.kinds
    pointed = [
        one
        for one in pointed_at(text, kinds)
        if not any(other.start <= one.end + 1 and one.start <= other.end for other in found)
    ]
    for one in found:
        if group(one) and (one.located or group(one) == "country"):
            memory.kinds[group(one)] = one
    named = (country_of(one) for one in found if one.located)
    memory.home = memory.home or next((one for one in named if one), None)
    return sorted((*found, *pointed), key=lambda one: one.start)


def heard(text: str, memory: Memory) -> tuple[Voice, ...]:
    """Find the sources of a sentence; "it" may be one named earlier in the same sentence."""
    said: list[Voice] = []
    for one in voices(text):
        earlier = said[-1] if said and one.refers else None
        said.append(
            replace(one, name=earlier.name, periodic=earlier.periodic) if earlier else named(one, memory)
        )
    return tuple(said)


def dates_speech(text: str, one: Timed, said: Sequence[Voice]) -> bool:
    """Whether a time stands in what a source at the end of a sentence is named with."""
    return any(
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


PARTICULAR = frozenset(words("attribution")["particular"])
OFFICES = frozenset(words("attribution")["offices"])


def carried_voice(times: Sequence[Timed], memory: Memory) -> Voice | None:
    """Say whose voice a sentence without a source goes on in."""
    span, top = memory.top_time, memory.top_voice
    voice = memory.voice or top
    if span and span.last and any(after(one, span.last) for one in times):
        memory.outside = True
    return None if memory.outside and voice and top and voice.name == top.name else voice


def after(one: Timed, last: dt.date) -> bool:
    """Whether something happened on a day after another."""
    return one.plain and one.when.grain == "day" and one.when.first is not None and one.when.first > last


def long(one: When) -> bool:
    """Whether a time is as long as a report covers: some weeks at least."""
    return lasts(one) >= 3 * WEEK


def lasts(one: When) -> int:
    """Give how many days a time has; none where an end is not known."""
    return (one.last - one.first).days + 1 if one.first and one.last else 0


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


def remember(read: Setting, memory: Memory) -> None:
    """Keep what a sentence says for those after it."""
    plain = [one.when for one in read.times if one.plain and one.when.relation != "back"]
    known = [one for one in plain if one.first is not None]
    if plain:
        memory.time = (known or plain)[0]
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
        memory.last_place = finest if finest.kind != "water" else memory.last_place
        parted = memory.reports and breaks_down(read, here)
        memory.place = finest if leads_place(read, here[0], memory) and not parted else memory.place
        titled_so = read.sentence.paragraph == 0 and not read.sentence.text.endswith(".")
        if memory.top_place is None and (
            titled_so or re.search(r"\d", read.sentence.text) or here[0].kind == "crossing"
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
        memory.voice = carried_voice(read.times, memory)
