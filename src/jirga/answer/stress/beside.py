"""What an answer hangs on, one line each, beside the answer itself: the same sentences as the verbs have."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.stress import watch
from jirga.answer.stress.hangs import by_want, on_asks
from jirga.answer.stress.ranges import solved_ranges
from jirga.answer.stress.ranges_words import firm_sentence
from jirga.answer.stress.tried_edits import Hanging, refuse_if_too_many
from jirga.answer.stress.without import headline, trials
from jirga.conflict.signs import signs
from jirga.schema.answer import Section, Sentence
from jirga.schema.words import Standard
from jirga.stress.readings import items

BY: Standard = "seq"
MOST = 3


def what_it_hangs_on(analysis: Analysis) -> Section:
    """Say in a line each by what the answer would change: edits, readings, sources, signs.

    Raises
    ------
    TooLarge
        More states than can be solved for every edit.
    """
    refuse_if_too_many(analysis)
    said = (*edits(analysis), *readings(analysis), *sources(analysis), *seen(analysis))
    return Section("What this answer hangs on", (*said, verbs()))


def edits(analysis: Analysis) -> Iterator[Sentence]:
    """Say in how many single edits each answer turns, and on which wants most of it hangs."""
    found = Hanging(analysis, standards=(BY,))
    yield from on_asks(found, BY).sentences
    most = by_want(found, BY)[:MOST]
    if most:
        parts: list[str | Sentence] = ["most hangs on "]
        for place, (name, _, _) in enumerate(most):
            parts += [" and " if place and place == len(most) - 1 else ", " if place else ""]
            parts += [f"{name}: ", phrases.sentence_of_want(analysis.conflict.wants[name])]
        yield phrases.sentence(*parts, ".")


def readings(analysis: Analysis) -> Iterator[Sentence]:
    """Say in how many readings of the file each answer stands, and what decides it."""
    if items(analysis.conflict):
        found = solved_ranges(analysis)
        for key in found.results:
            if key[0] == "ask":
                yield firm_sentence(analysis, found, key, key[1])


def sources(analysis: Analysis) -> Iterator[Sentence]:
    """Say on whose word the answer rests."""
    if analysis.conflict.sources:
        yield headline(trials(analysis, only="source"))


def seen(analysis: Analysis) -> Iterator[Sentence]:
    """Say how many of the signs to watch would move the answer."""
    if signs(analysis.conflict):
        found = watch.watched(analysis)
        yield watch.headline(analysis, found, [one for one in found.signs if found.tells(one)])


def verbs() -> Sentence:
    """Name the verbs that say more."""
    return phrases.sentence("more of this: jirga hangs, ranges, without, watch; and unlock, of one outcome.")
