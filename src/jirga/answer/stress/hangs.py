"""What an answer hangs on: every single edit made and solved again, and the wants by what they flip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.further import further_answer
from jirga.answer.stress.change_weights import shape
from jirga.answer.stress.change_words import in_words
from jirga.answer.stress.tried_edits import Hanging, figures, refuse_if_too_many
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.schema.words import STANDARDS, Standard
from jirga.stress.ensemble import Tell
from jirga.stress.hangs import Tried

MOST_ROWS, MOST_SAID = 12, 4
HEAD = ("want", "flips", "of", "what flips", "how known")
NOTE = (
    "flips: in how many of its edits (dropped, moved, weakened, read otherwise, made a rule) a verdict is "
    "another; of: how many were tried"
)


@dataclass(frozen=True)
class HangsAnswer(Answer):
    """The answer in sentences, and every edit with what it flips as values."""

    figures: dict[str, Any] = field(default_factory=dict)


def hangs_answer(
    analysis: Analysis,
    by: Standard = "seq",
    tell: Tell | None = None,
    standards: Sequence[Standard] = STANDARDS,
) -> HangsAnswer:
    """Say what the answer hangs on: which wants flip which verdicts, in how many of their edits.

    Parameters
    ----------
    by : str
        The standard that what holds is to hold by.
    tell : callable, optional
        Told now and then how many of how many edits are solved.
    standards : sequence of str
        The standards that the figures are of.

    Raises
    ------
    TooLarge
        More states than can be solved for every edit.
    """
    refuse_if_too_many(analysis)
    found = Hanging(analysis, tell, tuple(standards))
    sections = [on_asks(found, by), wants_table(found, by), on_outcomes(found, by), not_wants(found, by)]
    question = f"By {by}: {phrases.QUESTIONS[by]}. Each edit is made alone, and the conflict solved again."
    answer = further_answer(analysis, "What the answer hangs on:", question, sections)
    return HangsAnswer(answer.title, answer.question, answer.as_of, answer.sections, figures(found))


def on_asks(found: Hanging, by: Standard) -> Section:
    """Say of each thing asked in how many edits its answer changes."""
    total, said = len(found.solved), []
    for place, ask in enumerate(found.asks):
        if found.base.asks is None:
            break
        now = found.base.asks[by][place]
        after = [(one, one.verdicts.asks) for one in found.solved if one.verdicts]
        other = [one for one, asks in after if asks is not None and asks[by][place] != now]
        said.append(on_ask(found, ask, other, now=now, total=total))
    if found.found.left:
        every = total + found.found.left
        said.insert(0, phrases.sentence(f"Stopped after {total} of {every} edits; only of these is told."))
    left = len(found.found.every) - total
    if left:
        said.append(
            phrases.sentence(
                f"{phrases.numbered(left, 'edit')} more would make today impossible: not solved."
            )
        )
    return Section(f"What {total} single edits change", tuple(said))


def on_ask(found: Hanging, ask: str, other: list[Tried], *, now: bool, total: int) -> Sentence:
    """Say in how many edits one thing asked for has another answer, and whose those edits are."""
    today = "something with it holds and can be got to" if now else "nothing with it holds and can be got to"
    if not other:
        return phrases.sentence(f"{ask}: {today}, in every edit.")
    who = Counter(name for one in other for name in one.change.who)
    whose = phrases.listing(f"{phrases.party(found.analysis, found.analysis.parties.index(name))} {many}"
                            for name, many in who.most_common())  # fmt: skip
    return phrases.sentence(f"{ask}: {today}; the contrary in {len(other)} of {total} edits ({whose}).")


def by_want(found: Hanging, by: Standard) -> list[tuple[str, list[Tried], int]]:
    """List the wants whose edits flip something, those that flip in the most edits first."""
    rows = []
    for want in found.analysis.conflict.wants:
        own = [one for one in found.solved if one.change.want == want]
        flips = [one for one in own if found.flipped(one, by)]
        if flips:
            rows.append((want, flips, len(own)))
    return sorted(rows, key=lambda row: -len(row[1]))


def wants_table(found: Hanging, by: Standard) -> Section:
    """Lay out the wants by how many of their edits flip a verdict, with basis and source."""
    conflict, every = found.analysis.conflict, by_want(found, by)
    rows, marks = [], []
    for name, flips, many in every[:MOST_ROWS]:
        want, what = conflict.wants[name], Counter(w for one in flips for w in found.flipped(one, by))
        shown = [f"{one} {times}" for one, times in what.most_common(MOST_SAID)]
        more = len(what) - len(shown)
        listed = "; ".join(shown) + (f"; {more} more" if more else "")
        rows.append((name, str(len(flips)), str(many), listed, phrases.known_by(want, name).label))
        marks.append(want)
    rest = len(every) - len(rows)
    note = NOTE + (f"; {phrases.numbered(rest, 'more want')}: --json lists them" if rest else "")
    head = "Nothing hangs on any single want" if not rows else "This answer hangs on"
    said = tuple(
        phrases.sentence(f"{one.id}: {one.why or one.want}", phrases.known_by(one, one.id), ".")
        for one in marks
    )
    return Section(head, said, Table(HEAD, tuple(rows), note) if rows else None)


def on_outcomes(found: Hanging, by: Standard) -> Section:
    """Lay out of each outcome whether it holds, and in how many edits that flips."""
    rows = []
    for place, name in enumerate(found.names):
        flips = found.flips_of(name, by)
        wants = Counter(one.change.want for one in flips if one.change.want)
        now = "yes" if found.base.holds[by][place] else "no"
        rows.append((name, now, str(len(flips)), ", ".join(wants) or "-"))
    head = ("outcome", f"holds by {by}?", "edits that flip it", "wants among them")
    return Section("Which outcomes would hold, or no longer", (), Table(head, tuple(rows)))


def not_wants(found: Hanging, by: Standard) -> Section:
    """Say which rules, and options taken away or made one-way, flip something."""
    said, seen = [], set()
    for one in found.solved:
        what = found.flipped(one, by) if not one.change.want else []
        if what and shape(one.change) not in seen:
            seen.add(shape(one.change))
            flips = phrases.listing(what[:MOST_SAID]) + (
                f" and {len(what) - MOST_SAID} more" if len(what) > MOST_SAID else ""
            )
            said.append(
                phrases.sentence("if ", in_words(found.analysis, one.change), f", it flips: {flips}.")
            )
    return Section("Rules, and what can be taken back or is given up", tuple(said))
