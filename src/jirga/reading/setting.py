"""A sentence with its times, places and sources, and what is carried into it from those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jirga.reading.chosen_places import THERE, at_once, nearest
from jirga.reading.chosen_times import Timed, chosen
from jirga.reading.days import ONE, shifted
from jirga.reading.periods import When
from jirga.reading.places import Where
from jirga.reading.sentences import Sentence
from jirga.reading.voice_stretch import Voice
from jirga.schema.record import How, Mention, Period


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

    def beside(self, end: int) -> Mention | None:
        """Say where what ends there was so, if a place follows it at once."""
        found = at_once(self.sentence.text, end, [one for one in self.places if one.located])
        return self.mention(found.name, "stated", found.start, found.end) if found else None

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
