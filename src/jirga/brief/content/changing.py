"""What would change the answer: the wants it hangs on, and in how many edits it turns."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.stress.hangs import by_want, on_ask
from jirga.answer.stress.tried_edits import Hanging
from jirga.brief.content.drafts import Draft, keyed
from jirga.schema.answer import Sentence
from jirga.schema.words import Standard
from jirga.stress.hangs import Tried

BY: Standard = "seq"
MOST, MOST_VERDICTS = 3, 3


def changing(found: Hanging | None) -> Draft:
    """Say in how many single edits each answer turns, and on which wants it hangs most."""
    told = [] if found is None else [*keyed("change.ask", turned(found)), *keyed("change.want", most(found))]
    return Draft("change", "What would change the answer", tuple(told))


def turned(found: Hanging) -> Iterator[Sentence]:
    """Say of each thing asked in how many of the edits its answer is another."""
    if found.base.asks is None:
        return
    for place, ask in enumerate(found.asks):
        now = found.base.asks[BY][place]
        after = [(one, one.verdicts.asks) for one in found.solved if one.verdicts]
        other = [one for one, asks in after if asks is not None and asks[BY][place] != now]
        yield on_ask(found, ask, other, now=now, total=len(found.solved))


def most(found: Hanging) -> Iterator[Sentence]:
    """Name the wants whose edits flip the most, and what they flip."""
    conflict = found.analysis.conflict
    for name, flips, _ in by_want(found, BY)[:MOST]:
        want = conflict.wants[name]
        who = owner(found.analysis, name)
        yield phrases.sentence(
            f"it hangs on whether {who} \u201c{want.why or want.want}\u201d",
            phrases.known_by(want, name),
            f": otherwise {phrases.listing(flipped(found, flips))} may turn.",
        )


def flipped(found: Hanging, flips: list[Tried]) -> list[str]:
    """Name what some edits flip, what is asked first; many more in a number."""
    every = dict.fromkeys(name for one in flips for name in found.flipped(one, BY))
    asked = [one for one in every if one in found.asks]
    named = [f"\u201c{one}\u201d" for one in every if one not in found.asks]
    shown = [*asked, *named][:MOST_VERDICTS]
    more = len(every) - len(shown)
    return [*shown, phrases.numbered(more, "verdict more", "verdicts more")] if more else shown


def owner(analysis: Analysis, want: str) -> str:
    """Name the party whose want it is."""
    for number, name in enumerate(analysis.parties):
        if any(one.id == want for one in analysis.conflict.parties[name].prefers):
            return phrases.party(analysis, number)
    return ""
