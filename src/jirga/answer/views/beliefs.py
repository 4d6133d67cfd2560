"""What a party believes otherwise than the file has it, line by line, in words."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.conflict.formula import parse
from jirga.conflict.moves import one_way_option
from jirga.conflict.variants import owner_of
from jirga.schema import edits
from jirga.schema.answer import Mark, Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.views import Unseen, View
from jirga.schema.wants import Cited, Want

Parts = list[str | Mark]


def belief(truth: Analysis, party: int, line: int) -> Sentence:
    """Say what one line of a party's view says, as 'Kabul ...' would continue."""
    view = truth.conflict.views[truth.parties[party]]
    return Sentence(tuple(believed([*view.edits, *view.unseen][line], truth.conflict, view)))


def mark(cited: Any, view: View, id_: str) -> Mark:
    """Give the mark of what a belief rests on: its own basis, or else the view's."""
    own = cited if isinstance(cited, Cited) and cited.basis is not None else view
    return phrases.known_by(own, id_)


def named(conflict: Conflict, party: str) -> str:
    """Make a party's short name."""
    return conflict.parties[party].short or conflict.parties[party].name


def owner(conflict: Conflict, want: str) -> str:
    """Make the short name of the party whose want it is; for one that only the view has, 'somebody'."""
    return named(conflict, owner_of(conflict, want)) if want in conflict.wants else "somebody"


def wanted(conflict: Conflict, want: str) -> str:
    """Put a want of the file in words."""
    one = conflict.wants.get(want)
    return want if one is None else one.why or one.want


def in_words(want: Want) -> str:
    """Put a want that is believed in words."""
    return want.why or f"it wants: {want.want}"


@singledispatch
def believed(line: Any, conflict: Conflict, view: View) -> Parts:
    """Say one line of a view in words, with what it rests on."""
    raise TypeError(f"{type(line).__name__} is no line of a view ({conflict.title}, {view.says})")


@believed.register
def _(line: edits.Replace, conflict: Conflict, view: View) -> Parts:
    said = line.why or f"it wants: {line.with_}"
    parts: Parts = [
        f"believes of {owner(conflict, line.replace)} \u201c{said}\u201d",
        mark(line, view, line.replace),
    ]
    if line.replace in conflict.wants:
        true = conflict.wants[line.replace]
        parts += [f", not \u201c{in_words(true)}\u201d", phrases.known_by(true, true.id)]
    return parts


@believed.register
def _(line: edits.Drop, conflict: Conflict, view: View) -> Parts:
    said = f"does not believe of {owner(conflict, line.drop)} \u201c{wanted(conflict, line.drop)}\u201d"
    return [said, mark(line, view, line.drop)]


@believed.register
def _(line: edits.Move, conflict: Conflict, view: View) -> Parts:
    where = "last" if line.before is None else f"before \u201c{wanted(conflict, line.before)}\u201d"
    said = (
        f"believes that {owner(conflict, line.move)} puts \u201c{wanted(conflict, line.move)}\u201d {where}"
    )
    return [said, mark(line, view, line.move)]


@believed.register
def _(line: edits.Insert, conflict: Conflict, view: View) -> Parts:
    whose = named(conflict, line.party) if line.party else owner(conflict, line.before or "")
    said = f"believes of {whose} also \u201c{in_words(line.insert)}\u201d"
    return [said, mark(line.insert, view, line.insert.id or line.insert.want)]


@believed.register
def _(line: edits.AddImpossible, conflict: Conflict, view: View) -> Parts:  # noqa: ARG001
    why = f" ({line.why})" if line.why else ""
    return [f"believes that this cannot be: {line.impossible}{why}", mark(line, view, line.impossible)]


@believed.register
def _(line: edits.LiftImpossible, conflict: Conflict, view: View) -> Parts:  # noqa: ARG001
    return [f"believes that this can be: {line.possible}", mark(line, view, line.possible)]


@believed.register
def _(line: edits.MakeOneWay, conflict: Conflict, view: View) -> Parts:
    option, backward = one_way_option(line.one_way)
    undone = "taken again once dropped" if backward else "taken back"
    return [f"believes that {choice(conflict, option)} cannot be {undone}", mark(line, view, option)]


@believed.register
def _(line: edits.MakeReversible, conflict: Conflict, view: View) -> Parts:
    return [
        f"believes that {choice(conflict, line.reversible)} can be undone",
        mark(line, view, line.reversible),
    ]


@believed.register
def _(line: Unseen, conflict: Conflict, view: View) -> Parts:
    why = f" ({line.why})" if line.why else ""
    return [f"does not see {what_is_unseen(conflict, line.when)}{why}", mark(line, view, line.when)]


def what_is_unseen(conflict: Conflict, formula: str) -> str:
    """Say what a party does not see: what somebody could do, or the states in which a formula is true."""
    parsed = parse(formula)
    if parsed.op != "atom":
        return f"any state with: {formula}"
    if conflict.by_states:
        return f"state {parsed.name}"
    doing = phrases.taking(conflict.options[parsed.name], parsed.name)
    return f"that {named(conflict, conflict.owner[parsed.name])} could {doing}"


def choice(conflict: Conflict, option: str) -> str:
    """Name an option by its words."""
    return f"\u201c{phrases.taking(conflict.options[option], option)}\u201d"
