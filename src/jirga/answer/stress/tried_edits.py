"""Every single edit of a conflict, tried once: what each flips, and the counts as values."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from jirga.answer.analysis import Analysis
from jirga.answer.stress.change_weights import as_written
from jirga.conflict.preferences import state_called
from jirga.errors import TooLarge
from jirga.schema.words import STANDARDS, Standard
from jirga.stress.asked import Question, Verdicts
from jirga.stress.edits import Change
from jirga.stress.ensemble import Tell
from jirga.stress.hangs import Tried, Tries, tried

PLAIN = frozenset({"drop", "move"})
MOST_STATES = 1 << 15


def refuse_if_too_many(analysis: Analysis) -> None:
    """Stop before a conflict too large to be solved hundreds of times."""
    states = len(analysis.board.states)
    if states > MOST_STATES:
        what = f"{states:,} states are more than the {MOST_STATES:,} in which every edit is tried"
        raise TooLarge(what, "merge or drop options nobody's answer turns on")


class Hanging:
    """Every single edit of a conflict, tried once.

    Attributes
    ----------
    analysis : Analysis
        The conflict.
    tell : callable, optional
        Told now and then how many of how many are solved.
    standards : tuple of str
        The standards that verdicts are asked by.
    """

    def __init__(
        self,
        analysis: Analysis,
        tell: Tell | None = None,
        standards: tuple[Standard, ...] = STANDARDS,
    ) -> None:
        self.analysis, self.tell, self.standards = analysis, tell, standards
        self.names = tuple(analysis.outcomes)
        self.asks = tuple(one.says for one in analysis.conflict.asks)

    @cached_property
    def found(self) -> Tries:
        """The verdicts as things are, and after each edit."""
        conflict, one = self.analysis.conflict, self.analysis
        taken = tuple(state_called(conflict, name) for name in self.names)
        asks = tuple(ask.about for ask in conflict.asks) if conflict.status_quo is not None else ()
        question = Question(taken, asks, conflict.status_quo, one.largest, self.standards)
        return tried(conflict, one.board, question, self.tell)

    @property
    def base(self) -> Verdicts:
        """The verdicts as things are."""
        return self.found.base

    @property
    def solved(self) -> list[Tried]:
        """The edits that leave something to solve."""
        return [one for one in self.found.every if one.verdicts is not None]

    def flipped(self, one: Tried, by: Standard) -> list[str]:
        """Name what an edit flips: first what is asked, then outcomes."""
        after = one.verdicts
        assert after is not None  # noqa: S101
        said = []
        if self.base.asks is not None and after.asks is not None:
            pairs = zip(self.asks, self.base.asks[by], after.asks[by], strict=True)
            said = [ask for ask, before, now in pairs if before != now]
        return said + [name for name in self.names if self.lost(one, name, by) is not None]

    def lost(self, one: Tried, name: str, by: Standard) -> bool | None:
        """Whether an outcome that holds no longer does; False if it then does; None if nothing flips."""
        place = self.names.index(name)
        assert one.verdicts is not None  # noqa: S101
        before, after = self.base.holds[by][place], one.verdicts.holds[by][place]
        return None if before == after else before

    def flips_of(self, name: str, by: Standard) -> list[Tried]:
        """List the edits that flip whether an outcome holds."""
        return [one for one in self.solved if self.lost(one, name, by) is not None]


def figures(found: Hanging) -> dict[str, Any]:
    """Give every edit with what it flips, and the counts, as JSON can hold them."""
    every = found.found.every
    return {
        "edits": len(every) + found.found.left,
        "drops_and_moves": sum(one.change.kind in PLAIN for one in every),
        "solved": len(found.solved),
        "stopped": bool(found.found.left),
        "outcomes": {name: outcome_figures(found, name) for name in found.names},
        "asks": {ask: ask_figures(found, place) for place, ask in enumerate(found.asks)},
        "list": [edit_figures(found, one) for one in every],
    }


def outcome_figures(found: Hanging, name: str) -> dict[str, Any]:
    """Give for each standard whether an outcome holds, in how many edits that flips, and by which wants."""
    place = found.names.index(name)
    counted: dict[str, Any] = {}
    for by in found.standards:
        flips = found.flips_of(name, by)
        wants = Counter(one.change.want for one in flips if one.change.want)
        plain = sum(one.change.kind in PLAIN for one in flips)
        counted[by] = {"holds": found.base.holds[by][place], "flips": len(flips), "wants": dict(wants)}
        counted[by]["flips_by_drops_and_moves"] = plain
    return counted


def ask_figures(found: Hanging, place: int) -> dict[str, Any] | None:
    """Give for each standard whether something asked for is to be had, and in how many edits that flips."""
    if found.base.asks is None:
        return None
    after = [one.verdicts.asks for one in found.solved if one.verdicts and one.verdicts.asks]
    had = {by: found.base.asks[by][place] for by in found.standards}
    return {by: {"had": now, "flips": sum(one[by][place] != now for one in after)} for by, now in had.items()}


def edit_figures(found: Hanging, one: Tried) -> dict[str, Any]:
    """Give one edit, whose it is, and what it flips by each standard; None where it was not solved."""
    change: Change = one.change
    flips = None if one.verdicts is None else {by: list(found.flipped(one, by)) for by in found.standards}
    return {"edit": as_written(change), "kind": change.kind, "who": list(change.who), "want": change.want,
            "variant": change.variant, "flips": flips}  # fmt: skip
